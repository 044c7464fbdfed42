import type { Location } from '../errors.ts'
import { parseDuration } from './duration.ts'
import { itemsOf } from './environment.ts'
import type {
  AbsentItem,
  EnvironmentSpec,
  ExistingKeystoreSpec,
  IssuerForm,
  IssuerSpec,
  IssueSource,
  KeystoreSpec,
  MessageSpec,
  PrivateReference,
  ProbeSpec,
  ProtocolProfileSpec,
  RequestSource,
  Spec,
  SubjectSpec,
  TrustedCertificateSpec,
  ValueReference,
} from './model.ts'
import type { SectionName } from './problems.ts'
import type { Sections } from './schema.ts'
import type { Entry, Mapping, Path } from './tree.ts'
import { entriesOf, treeAt } from './tree.ts'

type Item<Name extends SectionName> = NonNullable<Sections[Name]>[string]
type PublicForm = Item<'trusted-certificates'>['certificate']
type PrivateForm = NonNullable<Item<'keystores'>['password']>
type GivenSource = Exclude<Item<'keystores'>['source'], { existing: true }>
type GivenIssuer = NonNullable<Sections['issuers']>[string]

/** `${environment}` replaced: in files and in the instance's URL. */
export const fillIn = (template: string, environment: string): string => template.replaceAll('${environment}', environment)

/** The model of validated sections: values from `value`, places and order from `tree`. */
export function buildSpec(
  value: Sections,
  tree: Mapping,
  absent: readonly AbsentItem[],
  environment: EnvironmentSpec,
  owner: string | undefined,
): Spec {
  return { ...new Builder(tree, environment).spec(value, owner), absent }
}

class Builder {
  readonly #tree: Mapping
  readonly #environment: EnvironmentSpec

  constructor(tree: Mapping, environment: EnvironmentSpec) {
    this.#tree = tree
    this.#environment = environment
  }

  spec(value: Sections, owner: string | undefined): Omit<Spec, 'absent'> {
    const byName = <Built extends { readonly name: string }>(items: readonly Built[]): Map<string, Built> =>
      new Map(items.map((item) => [item.name, item]))
    const keystores = this.#items('keystores', value.keystores, (item, entry) => this.#keystore(item, entry))
    return {
      version: 1,
      owner,
      environment: this.#environment,
      keystores: byName(keystores.filter((built) => 'source' in built)),
      existing: byName(keystores.filter((built) => !('source' in built))),
      trustedCertificates: byName(
        this.#items('trusted-certificates', value['trusted-certificates'], (item, entry) => this.#trusted(item, entry)),
      ),
      protocolProfiles: byName(this.#items('protocol-profiles', value['protocol-profiles'], profile)),
      messages: [
        ...this.#items('rest-messages', value['rest-messages'], (item, entry) => message('rest-message', item, entry)),
        ...this.#items('soap-messages', value['soap-messages'], (item, entry) => message('soap-message', item, entry)),
        ...this.#items('connections', value.connections, (item, entry) => message('connection', item, entry)),
        ...this.#items('oauth-providers', value['oauth-providers'], (item, entry) => message('oauth-provider', item, entry)),
      ],
      probes: (value.probes ?? []).map((given, index): ProbeSpec => ({
        at: this.#placeOf(['probes', index]),
        url: fillIn(given.url, this.#environment.name),
        protocolProfile: given['protocol-profile'],
        expectStatus: given['expect-status'],
        required: given.required,
      })),
      issuers: byName(
        entriesOf(treeAt(this.#tree, ['issuers'])).flatMap(({ key: name, at }): IssuerSpec[] => {
          const form = value.issuers?.[name]
          return form === undefined ? [] : [{ name, at, form: this.#issuer(form, ['issuers', name]) }]
        }),
      ),
    }
  }

  /** Items in the order of the file, which an object does not keep for names that are numbers. */
  #items<Given, Built>(
    section: SectionName,
    given: Readonly<Record<string, Given>> | undefined,
    build: (item: Given, entry: Entry) => Built,
  ): Built[] {
    return itemsOf(this.#tree, section).flatMap((entry) => {
      const item = given?.[entry.key]
      return item === undefined ? [] : [build(item, entry)]
    })
  }

  #keystore(item: Item<'keystores'>, { key: name, at }: Entry): KeystoreSpec | ExistingKeystoreSpec {
    const path: Path = ['keystores', name]
    const { source, password } = item
    // That only an existing one may do without a password was looked at before.
    if ('existing' in source || password === undefined) return { name, at }
    return {
      name,
      at,
      type: item.type,
      // As Java keeps it: two that differ in case are one to it.
      alias: (item.alias ?? name).toLowerCase(),
      password: this.#private(password, [...path, 'password']),
      source: this.#source(source, [...path, 'source']),
      adopt: item.adopt,
      accept: item.accept,
      handoverMs: parseDuration(item.handover),
      keepPrevious: item['keep-previous'],
      warnInDays: item['warn-in-days'],
      notify: item.notify,
    }
  }

  #source(form: GivenSource, path: Path): KeystoreSpec['source'] {
    if ('keystore' in form) {
      return {
        kind: 'load',
        keystore: this.#private(form.keystore, [...path, 'keystore']),
        password: form.password && this.#private(form.password, [...path, 'password']),
        alias: form.alias,
      }
    }
    if ('issuer' in form) return this.#issue(form, path)
    if ('request' in form) return this.#request(form, path)
    const passphrase = form['key-passphrase']
    return {
      kind: 'build',
      key: this.#private(form.key, [...path, 'key']),
      keyPassphrase: passphrase && this.#private(passphrase, [...path, 'key-passphrase']),
      certificate: this.#public(form.certificate, [...path, 'certificate']),
      chain: form.chain.map((link, index) => this.#public(link, [...path, 'chain', index])),
    }
  }

  #issue(form: Extract<GivenSource, { issuer: string }>, path: Path): IssueSource {
    return {
      kind: 'issue',
      issuer: form.issuer,
      ...this.#asked(form),
      validityMs: optionalDuration(form.validity),
      chain: form.chain.map((link, index) => this.#public(link, [...path, 'chain', index])),
    }
  }

  #request(form: Extract<GivenSource, { request: true }>, path: Path): RequestSource {
    return {
      kind: 'request',
      ...this.#asked(form),
      certificate: form.certificate && this.#public(form.certificate, [...path, 'certificate']),
      chain: form.chain.map((link, index) => this.#public(link, [...path, 'chain', index])),
    }
  }

  /** What is asked of a certificate, whoever signs it. */
  #asked(
    form: Extract<GivenSource, { subject: unknown }>,
  ): Pick<IssueSource, 'subject' | 'names' | 'keyAlgorithm' | 'renewBeforeMs'> {
    const fill = (text: string): string => fillIn(text, this.#environment.name)
    const { CN, C, ...others } = form.subject
    const filled = Object.entries(others).map(([attribute, text]) => [attribute, text && fill(text)] as const)
    const more: Omit<SubjectSpec, 'CN' | 'C'> = Object.fromEntries(filled)
    return {
      subject: { ...more, CN: fill(CN), C },
      names: form['subject-alternative-names'].map(fill),
      keyAlgorithm: form['key-algorithm'],
      renewBeforeMs: optionalDuration(form['renew-before']),
    }
  }

  #issuer(given: GivenIssuer, path: Path): IssuerForm {
    const at = (kind: string, key: string): Path => [...path, kind, key]
    if ('exec' in given) {
      const { command, env, timeout } = given.exec
      return { kind: 'exec', command, env, timeoutMs: parseDuration(timeout) }
    }
    if ('local' in given) {
      const { certificate, key, 'key-passphrase': passphrase } = given.local
      return {
        kind: 'local',
        certificate: this.#public(certificate, at('local', 'certificate')),
        key: this.#private(key, at('local', 'key')),
        keyPassphrase: passphrase && this.#private(passphrase, at('local', 'key-passphrase')),
      }
    }
    if ('cfssl' in given) {
      const { url, profile, 'auth-key': authKey } = given.cfssl
      return {
        kind: 'cfssl',
        url: fillIn(url, this.#environment.name),
        profile: profile,
        authKey: authKey && this.#private(authKey, at('cfssl', 'auth-key')),
      }
    }
    if ('vault' in given) {
      const { url, mount, role, token, audience } = given.vault
      return {
        kind: 'vault',
        url: fillIn(url, this.#environment.name),
        mount,
        role,
        token: token && this.#private(token, at('vault', 'token')),
        jwtRole: given.vault['jwt-role'],
        jwtMount: given.vault['jwt-mount'],
        audience: audience ?? fillIn(url, this.#environment.name),
      }
    }
    return { kind: 'self-signed' }
  }

  #trusted(item: Item<'trusted-certificates'>, { key: name, at }: Entry): TrustedCertificateSpec {
    const certificate = this.#public(item.certificate, ['trusted-certificates', name, 'certificate'])
    const overlapMs = parseDuration(item.overlap)
    return {
      name,
      at,
      certificate,
      format: item.format,
      accept: item.accept,
      adopt: item.adopt,
      overlapMs,
      warnInDays: item['warn-in-days'],
      notify: item.notify,
    }
  }

  #private(form: PrivateForm, path: Path): PrivateReference {
    const at = this.#placeOf(path)
    return 'secret' in form ? { secret: form.secret, at } : { file: this.#file(form.file), at }
  }

  #public(form: PublicForm, path: Path): ValueReference {
    return 'value' in form ? { value: form.value, at: this.#placeOf(path) } : this.#private(form, path)
  }

  #file(path: string): string {
    return fillIn(path, this.#environment.name)
  }

  #placeOf(path: Path): Location {
    return (treeAt(this.#tree, path) ?? this.#tree).at
  }
}

const optionalDuration = (text: string | undefined): number | undefined => (text === undefined ? undefined : parseDuration(text))

function profile({ keystore, port }: Item<'protocol-profiles'>, { key: name, at }: Entry): ProtocolProfileSpec {
  return { name, at, keystore, port }
}

function message(
  kind: MessageSpec['kind'],
  item: Item<'soap-messages'> | Item<'connections'>,
  { key: name, at }: Entry,
): MessageSpec {
  return {
    kind,
    name,
    at,
    protocolProfile: item['protocol-profile'],
    mutualAuthentication: item['mutual-authentication'],
    mode: item.mode,
    rewriteEndpoint: 'rewrite-endpoint' in item && item['rewrite-endpoint'],
    scope: item.scope,
    sysId: item['sys-id'],
  }
}
