import { createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto'
import { CodedError } from '../errors.ts'
import { SecretValue } from '../redact.ts'
import type { Grant } from './oauth.ts'
import type { Register } from './sign-in.ts'

const ASSERTION_SECONDS = 300

const CLIENT = 'the client id or secret is wrong, or the application registry is inactive or of another instance'

/** Client credentials (RFC 6749, 4.4): what the product documentation recommends first. */
export function clientCredentials(clientId: string, clientSecret: SecretValue, register: Register): Grant {
  register(clientSecret)
  return {
    name: 'client credentials',
    form: () => ({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret.text() }),
    repeatable: true,
    refused: `${CLIENT}; or the property glide.oauth.inbound.client.credential.grant_type.enabled is not true; or the registry names no OAuth Application User`,
    useless:
      'a token was given and is not accepted: the registry names no OAuth Application User, or that user is inactive, or its scope does not let it use the Table API and the Attachment API',
  }
}

/** Resource owner password credentials (RFC 6749, 4.3). */
export function passwordGrant(
  clientId: string,
  clientSecret: SecretValue,
  username: string,
  password: SecretValue,
  register: Register,
): Grant {
  register(clientSecret)
  register(password)
  return {
    name: 'password grant',
    form: () => ({
      grant_type: 'password',
      client_id: clientId,
      client_secret: clientSecret.text(),
      username,
      password: password.text(),
    }),
    repeatable: true,
    refused: `${CLIENT}; or user or password is wrong, or the user is inactive, locked out, or signs in by single sign-on and has no password here`,
    useless:
      'a token was given and is not accepted: the user is inactive, or the scope of the registry does not let it use the Table API and the Attachment API',
  }
}

/** The RSA key of the input `private-key`. @throws input.sign-in: nothing of the key is in the message */
function signingKey(pem: SecretValue): KeyObject {
  let key: KeyObject | undefined
  try {
    key = createPrivateKey(pem.text())
  } catch {
    // The parser's own message may repeat a part of the text.
  }
  if (key?.asymmetricKeyType === 'rsa') return key
  throw new CodedError('input.sign-in', `${pem.label}: is not an RSA private key in PEM without a passphrase`, {
    hint: 'give the key whose certificate the JWT verifier map of the registry names; keep its line breaks',
  })
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part), 'utf8').toString('base64url')

/**
 * JWT bearer (RFC 7523) as ServiceNow takes it: RS256, `kid` of a JWT verifier map, audience and issuer both the client id, the
 * subject a user, each identifier once.
 * @throws input.sign-in
 */
export function jwtBearer(
  client: { readonly id: string; readonly secret: SecretValue | undefined },
  signer: { readonly key: SecretValue; readonly keyId: string; readonly subject: string },
  register: Register,
  now: () => number = Date.now,
): Grant {
  register(signer.key)
  if (client.secret !== undefined) register(client.secret)
  const key = signingKey(signer.key)
  return {
    name: 'JWT bearer',
    form: () => {
      const issued = Math.floor(now() / 1000)
      const claims = {
        iss: client.id,
        aud: client.id,
        sub: signer.subject,
        iat: issued,
        exp: issued + ASSERTION_SECONDS,
        jti: randomUUID(),
      }
      const signed = `${encoded({ alg: 'RS256', typ: 'JWT', kid: signer.keyId })}.${encoded(claims)}`
      const assertion = new SecretValue(
        `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`,
        'assertion',
      )
      register(assertion)
      return {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        client_id: client.id,
        ...(client.secret !== undefined && { client_secret: client.secret.text() }),
        assertion: assertion.text(),
      }
    },
    repeatable: false,
    refused:
      'the registry must be an OAuth JWT endpoint with a JWT verifier map of this key-id and the certificate of this key, and client-id is its client id (some releases want client-secret beside it); subject is an active user without the role admin, by the field that the registry says; and the clock of the runner is right',
    useless:
      'a token was given and is not accepted: the subject is inactive, or the scope of the registry does not let it use the Table API and the Attachment API',
  }
}
