import type { Location } from '../errors.ts'
import { parseDuration } from './duration.ts'
import { itemsOf } from './environment.ts'
import type {
  AbsentItem,
  BuildSource,
  EnvironmentSpec,
  KeystoreSpec,
  LoadSource,
  MessageSpec,
  PrivateReference,
  ProtocolProfileSpec,
  Spec,
  TrustedCertificateSpec,
  ValueReference,
} from './model.ts'
import type { SectionName } from './problems.ts'
import type { Sections } from './schema.ts'
import type { Entry, Mapping, Path } from './tree.ts'
import { treeAt } from './tree.ts'

type Item<Name extends SectionName> = NonNullable<Sections[Name]>[string]
type PublicForm = Item<'trusted-certificates'>['certificate']
type PrivateForm = Item<'keystores'>['password']

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
    return {
      version: 1,
      owner,
      environment: this.#environment,
      keystores: byName(this.#items('keystores', value.keystores, (item, entry) => this.#keystore(item, entry))),
      trustedCertificates: byName(
        this.#items('trusted-certificates', value['trusted-certificates'], (item, entry) => this.#trusted(item, entry)),
      ),
      protocolProfiles: byName(this.#items('protocol-profiles', value['protocol-profiles'], profile)),
      messages: [
        ...this.#items('rest-messages', value['rest-messages'], restMessage),
        ...this.#items('soap-messages', value['soap-messages'], (item, entry) => message('soap-message', item, entry)),
        ...this.#items('connections', value.connections, (item, entry) => message('connection', item, entry)),
        ...this.#items('oauth-providers', value['oauth-providers'], (item, entry) => message('oauth-provider', item, entry)),
      ],
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

  #keystore(item: Item<'keystores'>, { key: name, at }: Entry): KeystoreSpec {
    const path: Path = ['keystores', name]
    return {
      name,
      at,
      type: item.type,
      // As Java keeps it: two that differ in case are one to it.
      alias: (item.alias ?? name).toLowerCase(),
      password: this.#private(item.password, [...path, 'password']),
      source: this.#source(item.source, [...path, 'source']),
      accept: item.accept,
      keepPrevious: item['keep-previous'],
      warnInDays: item['warn-in-days'],
    }
  }

  #source(form: Item<'keystores'>['source'], path: Path): LoadSource | BuildSource {
    if ('keystore' in form) {
      return {
        kind: 'load',
        keystore: this.#private(form.keystore, [...path, 'keystore']),
        password: form.password && this.#private(form.password, [...path, 'password']),
        alias: form.alias,
      }
    }
    const passphrase = form['key-passphrase']
    return {
      kind: 'build',
      key: this.#private(form.key, [...path, 'key']),
      keyPassphrase: passphrase && this.#private(passphrase, [...path, 'key-passphrase']),
      certificate: this.#public(form.certificate, [...path, 'certificate']),
      chain: form.chain.map((link, index) => this.#public(link, [...path, 'chain', index])),
    }
  }

  #trusted(item: Item<'trusted-certificates'>, { key: name, at }: Entry): TrustedCertificateSpec {
    const certificate = this.#public(item.certificate, ['trusted-certificates', name, 'certificate'])
    const overlapMs = parseDuration(item.overlap)
    return { name, at, certificate, format: item.format, accept: item.accept, overlapMs, warnInDays: item['warn-in-days'] }
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

function profile({ keystore, port }: Item<'protocol-profiles'>, { key: name, at }: Entry): ProtocolProfileSpec {
  return { name, at, keystore, port }
}

function restMessage(item: Item<'rest-messages'>, entry: Entry): MessageSpec {
  return { ...message('rest-message', item, entry), rewriteEndpoint: item['rewrite-endpoint'] }
}

function message(kind: MessageSpec['kind'], item: Item<'soap-messages'>, { key: name, at }: Entry): MessageSpec {
  return {
    kind,
    name,
    at,
    protocolProfile: item['protocol-profile'],
    mutualAuthentication: item['mutual-authentication'],
    mode: item.mode,
    rewriteEndpoint: false,
    scope: item.scope,
    sysId: item['sys-id'],
  }
}
