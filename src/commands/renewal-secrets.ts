import { problemOf, type Problem } from '../errors.ts'
import type { IssuerForm, PrivateReference, Spec } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import type { Wanted } from '../wanted/wanted.ts'

/**
 * Secrets of issuers that are missing though nothing is to be issued now: told before the day of the renewal.
 * @param isIssued whether a keystore is issued in this run, which tells of its secrets itself
 */
export function lackingForRenewal(
  { issuers }: Spec,
  { toIssue }: Wanted,
  values: Values,
  isIssued: (name: string) => boolean,
): Problem[] {
  return [...toIssue.values()].flatMap(({ spec: { name, at, source } }) => {
    const issuer = issuers.get(source.issuer)
    if (issuer === undefined || isIssued(name)) return []
    return secretsOf(issuer.form)
      .filter((secret) => !values.has(secret))
      .map((secret) => {
        const message = `secret ${secret}: is missing or empty, and issuer ${issuer.name} needs it when the certificate is renewed`
        return problemOf({ code: 'value.secret-missing', severity: 'warning', message }, `keystores.${name}`, at)
      })
  })
}

/** The names of the secrets that an issuer is asked with. */
function secretsOf(form: IssuerForm): string[] {
  const named = (...references: (PrivateReference | undefined)[]): string[] =>
    references.flatMap((reference) => (reference !== undefined && 'secret' in reference ? [reference.secret] : []))
  switch (form.kind) {
    case 'exec':
      return [...form.env]
    case 'local':
      return named(form.key, form.keyPassphrase)
    case 'cfssl':
      return named(form.authKey)
    case 'vault':
      return named(form.token)
    case 'self-signed':
      return []
  }
}
