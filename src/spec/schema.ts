import * as z from 'zod/mini'
import { ACCEPTABLE, type ErrorCode } from '../errors.ts'
import { DURATION, DURATION_FORMS } from './duration.ts'
import type { Rule } from './names.ts'
import {
  alternativeName,
  httpsUrl,
  MAX_MESSAGE_NAME,
  MAX_RECORD_NAME,
  oneLine,
  personName,
  SECRET_NAME,
  secretName,
  serviceUrl,
  template,
} from './names.ts'

/**
 * What may stand where, and what it means. The published JSON Schema and docs/SPEC.md are generated from here, so
 * descriptions are sentences for users, in Markdown.
 */

/** The types of keystores that are supported. */
const KEYSTORE_TYPES = ['jks', 'pkcs12'] as const

export const KEY_ALGORITHMS = ['rsa-2048', 'rsa-3072', 'rsa-4096', 'ec-p256', 'ec-p384'] as const

/** Attaches what people and editors are told; `pattern` and the like stand in for rules that JSON Schema cannot hold. */
function described<Schema extends z.core.$ZodType>(
  schema: Schema,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
): Schema {
  z.globalRegistry.add(schema, { description, ...more })
  return schema
}

/** Checks a text by a rule; its reason is the message, `code` that of the problem. */
function obeying(rule: Rule, code: ErrorCode = 'spec.type'): z.core.$ZodCheck<string> {
  return z.check((context) => {
    const message = rule(context.value)
    if (message !== undefined) context.issues.push({ code: 'custom', input: context.value, message, params: { code } })
  })
}

const text = (longest: number): z.ZodMiniString =>
  z.string().check(z.maxLength(longest, `is longer than ${longest} characters`), obeying(oneLine))
const wholeNumber = (least: number, most: number): z.ZodMiniNumberFormat => {
  const range = `is not a whole number from ${least} to ${most}`
  return z.int().check(z.minimum(least, range), z.maximum(most, range))
}
const duration = (): z.ZodMiniString => {
  const form = `is not a duration as ${DURATION_FORMS}`
  return z.string(form).check(z.regex(DURATION, form))
}

/* --- values. The first key of each form tells which one is meant. --- */

const secretForm = z.strictObject({
  secret: described(
    z.string().check(obeying(secretName, 'spec.name')),
    'Name of a secret: a key of the input `secrets`, else an environment variable of the step. Names that begin with `GITHUB_`, `ACTIONS_`, `RUNNER_` or `INPUT_` are refused.',
    { pattern: `^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_)${SECRET_NAME.source.slice(1)}`, examples: ['BANK_KEYSTORE_PASSWORD'] },
  ),
})
const fileForm = z.strictObject({
  file: described(
    z.string().check(z.maxLength(1024, 'is longer than 1024 characters'), obeying(template)),
    'Path of a file of at most 1 MiB, relative to the spec, inside the workspace once links are resolved. `${environment}` is replaced.',
    { minLength: 1, examples: ['certs/bank-root.pem', 'certs/${environment}/bank-root.pem'] },
  ),
})
const textForm = z.strictObject({
  value: described(z.string().check(z.minLength(1, 'is empty')), 'The value itself, for public material only.', { minLength: 1 }),
})

z.globalRegistry.add(secretForm, { id: 'secret' })
z.globalRegistry.add(fileForm, { id: 'file' })
z.globalRegistry.add(textForm, { id: 'text' })

/** Something that people must not see: never in the spec itself. */
const privateValue = (): z.ZodMiniUnion<[typeof secretForm, typeof fileForm]> => z.union([secretForm, fileForm])
/** A certificate: there is nothing to hide. */
const publicValue = (): z.ZodMiniUnion<[typeof fileForm, typeof secretForm, typeof textForm]> =>
  z.union([fileForm, secretForm, textForm])

/* --- items --- */

const loadForm = z.strictObject({
  keystore: described(
    privateValue(),
    'An existing keystore: base64 of a JKS or PKCS#12, told apart by its bytes (`base64 -w0 bank.jks`). A file may also hold the keystore itself.',
  ),
  password: z.optional(described(privateValue(), 'Password of that keystore, when it differs from the one it is stored with.')),
  alias: z.optional(described(text(200), 'Which private key is meant, when the keystore holds several.')),
})

const buildForm = z.strictObject({
  key: described(
    privateValue(),
    'Private key as PEM: PKCS#8, PKCS#1 or SEC1. A committed key is a leaked key: use a secret, or a file that an earlier step has written.',
  ),
  'key-passphrase': z.optional(described(privateValue(), 'Passphrase of the key, when it is encrypted.')),
  certificate: described(
    publicValue(),
    'Certificate of that key: PEM, DER or PKCS#7 (.p7b). Its chain may stand in the same file.',
  ),
  chain: z._default(
    described(
      z.array(publicValue()).check(z.maxLength(20, 'has more than 20 entries')),
      'The certificates of its issuers up to the root; they are put in order by their signatures.',
    ),
    [],
  ),
})

/* --- certificates that are issued --- */

const subjectText = (longest: number): z.ZodMiniString =>
  z.string().check(z.maxLength(longest, `is longer than ${longest} characters`), obeying(template))
/** The longest values are those of RFC 5280 appendix A.1. */
const subject = z.strictObject({
  CN: described(subjectText(64), 'Common name. `${environment}` is replaced, as in the others.', {
    minLength: 1,
    examples: ['acme-${environment}.example'],
  }),
  O: z.optional(described(subjectText(64), 'Organization.')),
  OU: z.optional(described(subjectText(64), 'Organizational unit.')),
  L: z.optional(described(subjectText(128), 'Locality.')),
  ST: z.optional(described(subjectText(128), 'State or province.')),
  STREET: z.optional(described(subjectText(128), 'Street.')),
  C: z.optional(
    described(
      z.string().check(z.regex(/^[A-Z]{2}$/, 'is not a country of two capital letters')),
      'Country, two capital letters.',
    ),
  ),
  UID: z.optional(described(subjectText(64), 'User id.')),
})

const certificateKeys = () => ({
  subject: described(subject, 'Whom the certificate is for. It is put in the usual order, the most general part first.'),
  'subject-alternative-names': z._default(
    described(
      z
        .array(z.string().check(z.maxLength(260, 'is longer than 260 characters'), obeying(alternativeName)))
        .check(z.maxLength(100, 'has more than 100 entries')),
      'Further names, each with its kind: `DNS:`, `IP:`, `URI:` or `email:`. `${environment}` is replaced.',
      { examples: [['DNS:acme-${environment}.example']] },
    ),
    [],
  ),
  'key-algorithm': z._default(
    described(z.enum(KEY_ALGORITHMS), 'Of the key, which is made for each certificate anew.'),
    'rsa-3072',
  ),
  'renew-before': z.optional(
    described(
      duration(),
      'How long before its end a certificate is renewed. Without it, or where it is longer than the certificate lasts: after two thirds of the lifetime.',
      { examples: ['30d'] },
    ),
  ),
})

const existingForm = z.strictObject({
  existing: described(
    z.literal(true),
    'The record of this name is on the instance, made by people. It is used, and its content is never touched; no secret is needed.',
  ),
})

const issueForm = z.strictObject({
  issuer: described(text(200), 'A key of `issuers`. `apply` makes a new key, has it signed, and renews it in time.'),
  ...certificateKeys(),
  validity: z.optional(
    described(
      duration(),
      'How long a certificate shall last. Without it: as the issuer does; `local` gives 90 days, `self-signed` 365.',
      { examples: ['90d'] },
    ),
  ),
  chain: z._default(
    described(
      z.array(publicValue()).check(z.maxLength(20, 'has more than 20 entries')),
      'Certificates above the issuer that it does not give itself, such as the root.',
    ),
    [],
  ),
})

const requestForm = z.strictObject({
  request: described(
    z.literal(true),
    'People have it signed: `csr` makes the key once, keeps it on the instance and writes the request as a file; `apply` joins key and certificate once that is here.',
  ),
  ...certificateKeys(),
  certificate: z.optional(
    described(
      publicValue(),
      'The certificate that was signed: PEM, DER or PKCS#7 (.p7b); until the file is there the keystore waits.',
    ),
  ),
  chain: z._default(
    described(
      z.array(publicValue()).check(z.maxLength(20, 'has more than 20 entries')),
      'The certificates of its issuers up to the root; they are put in order by their signatures.',
    ),
    [],
  ),
})

const warnInDays = (): z.ZodMiniOptional<z.ZodMiniNumberFormat> =>
  z.optional(
    described(
      wholeNumber(0, 9999),
      '_Warn in days to expire_ of the record. Without it, 30 is set when the record is created, and what people change later is left alone.',
      { examples: [30] },
    ),
  )

const notify = () =>
  z.optional(
    described(
      z.array(z.string().check(obeying(personName))).check(z.maxLength(20, 'has more than 20 entries')),
      '_Notify on expiration_ of the record: user IDs, emails or names of users; names of groups where the column holds groups. Without it the input `notify` counts, and without that what stands on the instance is left alone.',
      { examples: [['pki.team']] },
    ),
  )

const accept = () =>
  z._default(
    described(
      z.array(z.enum(ACCEPTABLE)).check(z.maxLength(50, 'has more than 50 entries')),
      'Codes of checks that are only warned of here. A key that does not match, a wrong password, or private material in a public file cannot be accepted.',
      { examples: [['chain.incomplete']] },
    ),
    [],
  )

/** Items with `absent: true` are taken out before the others are looked at; what else they say does not count. */
const absent = () =>
  z._default(
    described(
      z.boolean(),
      'Whether it must not be there: what this spec has made is taken away in the safe order, what people made is renamed and made inactive, of a message mutual authentication is switched off. Refused while something else refers to it.',
    ),
    false,
  )

const adopt = () =>
  z._default(
    described(
      z.boolean(),
      'Whether a record that bears the mark of another repository or of another environment is taken over. Without it that is an error. A content that is equal is left where it is: the record gets the mark of this spec with its next content; until then `destroy` leaves it, and the other spec, if it is not changed, goes on to manage it.',
    ),
    false,
  )

const keystore = z.strictObject({
  type: z._default(
    described(z.enum(KEYSTORE_TYPES), 'Format of the keystore that is stored; what it is loaded from may be another.'),
    'jks',
  ),
  alias: z.optional(
    described(text(200), 'Alias of the private key, in lower case as Java keeps it. Without it: the name, lower-cased.'),
  ),
  password: z.optional(
    described(
      privateValue(),
      'Password of the keystore and of its private key, which the instance stores. Newlines at its end are left out. Needed unless the source is `existing`.',
    ),
  ),
  source: described(
    z.union([loadForm, buildForm, issueForm, requestForm, existingForm]),
    'Where the keystore comes from: exactly one of the forms below.',
  ),
  handover: z._default(
    described(
      duration(),
      'How long before it is used a new keystore is published: its files, and a record that is whole and waits. For partners who pin a certificate.',
      { examples: ['7d'] },
    ),
    '0d',
  ),
  'keep-previous': z._default(
    described(wholeNumber(0, 100), 'Retired generations that are kept on the instance to go back to.'),
    1,
  ),
  'warn-in-days': warnInDays(),
  notify: notify(),
  accept: accept(),
  adopt: adopt(),
  absent: absent(),
})

const trustedCertificate = z.strictObject({
  certificate: described(publicValue(), 'One certificate, PEM or DER, told apart by its bytes.'),
  format: z.optional(
    described(
      z.enum(['pem', 'der']),
      '`pem` is pasted into the record, `der` is attached. PEM that is too long is attached, too. Left out: `pem` for a new record, and one that is there stays as it is.',
    ),
  ),
  overlap: z._default(described(duration(), 'How long a certificate stays trusted after it was replaced by another.'), '30d'),
  'warn-in-days': warnInDays(),
  notify: notify(),
  accept: accept(),
  adopt: adopt(),
  absent: absent(),
})

const protocolProfile = z.strictObject({
  keystore: described(text(MAX_RECORD_NAME), 'A key of `keystores`.'),
  port: z.optional(
    described(
      wholeNumber(1, 65535),
      'Default port. Without it, 443 is set when the record is created, and what people change later is left alone.',
      { examples: [443] },
    ),
  ),
  absent: absent(),
})

const messageKeys = {
  'protocol-profile': z.optional(
    described(text(40), 'A key of `protocol-profiles`; needed unless `mutual-authentication` is `false`.'),
  ),
  'mutual-authentication': z._default(described(z.boolean(), '_Use mutual authentication_ of the record.'), true),
  mode: z._default(
    described(
      z.enum(['enforce', 'require']),
      '`enforce` sets flag and profile; `require` never writes, and is an error where the record is not so: for records that are developed elsewhere.',
    ),
    'enforce',
  ),
  scope: z.optional(
    described(text(100), 'Name or sys_id of its application, where a name is not unique on the instance.', {
      examples: ['x_acme_bank'],
    }),
  ),
  'sys-id': z.optional(
    described(
      z.string().check(z.regex(/^[0-9a-f]{32}$/, 'is not a sys_id: 32 digits of 0-9 and a-f')),
      'sys_id of the record, where a name is not unique on the instance.',
    ),
  ),
  absent: absent(),
}
/** Connections and OAuth providers. */
const otherPlace = z.strictObject(messageKeys)
const message = z.strictObject({
  ...messageKeys,
  'rewrite-endpoint': z._default(
    described(
      z.boolean(),
      "Whether endpoints get the profile's name as their scheme, `https://host` becoming `bankm://host`: needed where a test of the message shows plain `https://` (KB0696599). Of a REST message its own and those of its methods, of a SOAP message those of its functions. With `mutual-authentication: false` the profile's name becomes `https` again.",
    ),
    false,
  ),
})

/* --- issuers --- */

const execIssuer = z.strictObject({
  exec: described(
    z.strictObject({
      command: described(
        z.array(text(4096)).check(z.minLength(1, 'names no program'), z.maxLength(100, 'has more than 100 entries')),
        'The program and its arguments, run in the workspace and without a shell: the request (PEM) on its standard input, the chain (PEM) on its standard output. It is fully trusted code.',
        { examples: [['./scripts/sign.sh']] },
      ),
      env: z._default(
        described(
          z.array(z.string().check(obeying(secretName, 'spec.name'))).check(z.maxLength(100, 'has more than 100 entries')),
          'Names of secrets that it gets as environment variables, beside `PATH`. It sees nothing else of the environment.',
          { examples: [['CA_TOKEN']] },
        ),
        [],
      ),
      timeout: z._default(described(duration(), 'How long it may take.'), '2m'),
    }),
    'Any command.',
  ),
})
const localIssuer = z.strictObject({
  local: described(
    z.strictObject({
      certificate: described(publicValue(), 'Certificate of the CA; those above it may stand in the same file.'),
      key: described(privateValue(), 'Private key of the CA, PEM.'),
      'key-passphrase': z.optional(described(privateValue(), 'Passphrase of the key, when it is encrypted.')),
    }),
    'A CA whose key is a secret, for laboratories and small private CAs.',
  ),
})
const cfsslIssuer = z.strictObject({
  cfssl: described(
    z.strictObject({
      url: described(
        z.string().check(obeying(serviceUrl)),
        'Where CFSSL serves its API. The host has to be named in `allowed-hosts`, unless it is loopback.',
        {
          examples: ['https://ca.acme.example:8888'],
        },
      ),
      profile: z.optional(described(text(200), 'Signing profile. Without it: the default one.')),
      'auth-key': z.optional(described(privateValue(), 'Authentication key in hexadecimal; with it `authsign` is used.')),
    }),
    'A CFSSL server.',
  ),
})
const vaultIssuer = z.strictObject({
  vault: described(
    z.strictObject({
      url: described(
        z.string().check(obeying(serviceUrl)),
        'Where Vault is. The host has to be named in `allowed-hosts`, unless it is loopback.',
        {
          examples: ['https://vault.acme.example'],
        },
      ),
      mount: z._default(described(text(200), 'Where the PKI secrets engine is mounted.'), 'pki'),
      role: described(text(200), 'Its role.'),
      token: z.optional(described(privateValue(), 'A token for Vault. Without it: `jwt-role`.')),
      'jwt-role': z.optional(
        described(
          text(200),
          "Role of the JWT auth method, signed in to with the workflow's identity (`permissions: id-token: write`).",
        ),
      ),
      'jwt-mount': z._default(described(text(200), 'Where the JWT auth method is mounted.'), 'jwt'),
      audience: z.optional(
        described(
          text(500),
          'Audience of the identity token. Without it: the URL. Another host than that of the URL has to be among `allowed-hosts`.',
        ),
      ),
    }),
    'The PKI secrets engine of HashiCorp Vault, after its documentation.',
  ),
})
const selfSignedIssuer = z.strictObject({
  'self-signed': described(z.strictObject({}), 'Each certificate signs itself, for partners who pin it: `self-signed: {}`.'),
})
const issuer = z.union([execIssuer, localIssuer, cfsslIssuer, vaultIssuer, selfSignedIssuer])

const issuersSchema = described(
  z.record(text(100), issuer),
  'Where certificates come from that `source.issuer` names. Each has exactly one form.',
)

const probe = z.strictObject({
  url: described(
    z.string().check(obeying(httpsUrl)),
    'What is asked with GET and without credentials, `https://` only. `${environment}` is replaced.',
    {
      examples: ['https://api.bank.example/health'],
    },
  ),
  'protocol-profile': described(text(40), 'A key of `protocol-profiles`: its keystore is the identity.'),
  'expect-status': z.optional(
    described(
      wholeNumber(100, 599),
      'The HTTP status of a good answer. Without it: 2xx where the probe is `required`; else any but 400, 495 and 496, by which servers refuse a certificate, and those from 500 on.',
      { examples: [200] },
    ),
  ),
  required: z._default(
    described(
      z.boolean(),
      'Whether a failure is an error, and a server that asks for no client certificate is one. Then it is asked before a profile uses a new keystore, too: one that the partner does not accept is not used.',
    ),
    false,
  ),
})

const probesSchema = described(
  z.array(probe).check(z.maxLength(100, 'has more than 100 entries')),
  'Real handshakes from the runner with the keystore of a profile, after `apply` and in `verify`. Exactly the `trusted-certificates` of the spec are trusted. Where `HTTPS_PROXY` and `NO_PROXY` of the runner say so, the connection goes through the proxy.',
)

/* --- sections --- */

/** Names are checked where they stand, by `names.ts`; editors are told what a pattern can say. */
const names = (hints: Readonly<Record<string, unknown>>): z.ZodMiniString => {
  const name = z.string()
  z.globalRegistry.add(name, hints)
  return name
}
const recordNames = names({ minLength: 1, maxLength: MAX_RECORD_NAME, pattern: '^[^^\\s]([^^]*[^^\\s])?$' })
const messageNames = names({ minLength: 1, maxLength: MAX_MESSAGE_NAME, pattern: '^[^^\\s]([^^]*[^^\\s])?$' })

const sectionShape = {
  keystores: described(
    z.record(recordNames, keystore),
    'Keystores with a private key: _X.509 Certificate_ records (`sys_certificate`) of type _Java Key Store_, by their names of at most 94 characters.',
  ),
  'trusted-certificates': described(
    z.record(recordNames, trustedCertificate),
    'Certificates that the instance trusts: records of type _Trust Store Cert_, by their names of at most 94 characters.',
  ),
  'protocol-profiles': described(
    z.record(names({ pattern: '^(?!https?$)[a-z]{1,7}$' }), protocolProfile),
    'Protocol profiles (`sys_protocol_profile`). The name becomes a URL scheme: 1 to 7 lower-case letters, and no scheme that exists already, such as `http`.',
  ),
  'rest-messages': described(
    z.record(messageNames, message),
    'REST messages (`sys_rest_message`) by their names. They must be there: messages are never created.',
  ),
  'soap-messages': described(
    z.record(messageNames, message),
    'SOAP messages (`sys_soap_message`) by their names. They must be there: messages are never created.',
  ),
  connections: described(
    z.record(messageNames, otherPlace),
    'HTTP(s) Connection records (`http_connection`) by their names. They must be there. What their columns are called is asked of the instance.',
  ),
  'oauth-providers': described(
    z.record(messageNames, otherPlace),
    'Application registries (`oauth_entity`) by their names, for token calls over mutual TLS. They must be there.',
  ),
} as const

/** The sections once an environment is applied. */
export const sections = z.strictObject({
  keystores: z.optional(sectionShape.keystores),
  'trusted-certificates': z.optional(sectionShape['trusted-certificates']),
  'protocol-profiles': z.optional(sectionShape['protocol-profiles']),
  'rest-messages': z.optional(sectionShape['rest-messages']),
  'soap-messages': z.optional(sectionShape['soap-messages']),
  connections: z.optional(sectionShape.connections),
  'oauth-providers': z.optional(sectionShape['oauth-providers']),
  issuers: z.optional(issuersSchema),
  probes: z.optional(probesSchema),
})
export type Sections = z.infer<typeof sections>

export const environmentShape = {
  instance: described(
    z.string().check(obeying(template)),
    'The instance: `https://x.service-now.com`, or bare `x` for the same. `${environment}` is replaced. The input `instance-url` overrides it.',
    { examples: ['https://acmedev.service-now.com', 'acmedev'] },
  ),
  protected: z._default(
    described(z.boolean(), 'Whether another instance than this one, given by `instance-url`, needs the input `confirm`.'),
    false,
  ),
} as const

export const headShape = {
  version: described(z.literal(1), 'Version of this format.'),
  owner: z.optional(
    described(text(200), 'Whose records these are, as it is marked on the instance. Without it: the repository.', {
      examples: ['acme/integrations'],
    }),
  ),
} as const

const anySections = z.optional(z.unknown())
const anything = {
  keystores: anySections,
  'trusted-certificates': anySections,
  'protocol-profiles': anySections,
  'rest-messages': anySections,
  'soap-messages': anySections,
  connections: anySections,
  'oauth-providers': anySections,
  issuers: anySections,
  probes: anySections,
}

const environments = z.record(z.string(), z.strictObject({ ...environmentShape, ...anything }))

/** The file but for its sections: they are looked at with each environment applied. */
export const head = z.strictObject({ ...headShape, environments, ...anything })
