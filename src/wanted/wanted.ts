import { CodedError, problemOf, type Location, type Problem } from '../errors.ts'
import type { Expectation, WantedKeystore, WantedTrusted } from '../plan/model.ts'
import type { Contents } from '../plan/ports.ts'
import type { Spec } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Checking } from './facts.ts'
import { buildKeystore, type BuiltKeystore } from './keystore.ts'
import { errorsIn } from './settle.ts'
import { buildTrusted, type BuiltTrusted } from './trusted.ts'

/** A keystore's certificates, end entity first, as they are given to the partner. */
export interface PublicKeystore {
  readonly name: string
  readonly chain: readonly Certificate[]
}

/** What should be on the instance, as far as it could be built; `problems` says why the rest could not. */
export interface Wanted {
  readonly keystores: ReadonlyMap<string, WantedKeystore>
  readonly trusted: ReadonlyMap<string, WantedTrusted>
  readonly problems: readonly Problem[]
  readonly expectations: readonly Expectation[]
  readonly contents: Contents
  readonly publicKeystores: readonly PublicKeystore[]
}

/** Builds every keystore and reads every certificate of the spec, side by side. Never throws for what a user can meet. */
export async function buildWanted(spec: Spec, values: Values, checking: Checking): Promise<Wanted> {
  const problems: Problem[] = []
  const [keystores, trusted] = await Promise.all([
    buildAll('keystores', spec.keystores, (item) => buildKeystore(item, values, checking), problems),
    buildAll('trusted-certificates', spec.trustedCertificates, (item) => buildTrusted(item, values, checking), problems),
  ])
  return {
    keystores: new Map([...keystores].map(([name, { wanted }]) => [name, wanted])),
    trusted: new Map([...trusted].map(([name, { wanted }]) => [name, wanted])),
    problems,
    expectations: [...expectKeystores(keystores), ...expectTrusted(trusted)],
    contents: contentsOf(keystores, trusted),
    publicKeystores: [...keystores].map(([name, { chain }]) => ({ name, chain })),
  }
}

async function buildAll<S extends { readonly at: Location }, B>(
  section: string,
  items: ReadonlyMap<string, S>,
  build: (item: S) => Promise<B>,
  problems: Problem[],
): Promise<Map<string, B>> {
  const built = await Promise.all(
    [...items].map(async ([name, item]) => {
      try {
        return [[name, await build(item)] as const]
      } catch (error) {
        problems.push(...errorsIn(error).map((coded) => problemOf(coded.toFinding(), `${section}.${name}`, item.at)))
        return []
      }
    }),
  )
  return new Map(built.flat())
}

function expectKeystores(keystores: ReadonlyMap<string, BuiltKeystore>): Expectation[] {
  return [...keystores.values()].map(({ wanted, compare }) => {
    const { name, sha256, type, keepPrevious: keep } = wanted
    return { kind: 'keystore', name, sha256, type, keep, compare }
  })
}

function expectTrusted(trusted: ReadonlyMap<string, BuiltTrusted>): Expectation[] {
  return [...trusted.values()].map(({ wanted, compare }) => {
    return { kind: 'trusted-certificate', name: wanted.name, sha256: wanted.sha256, type: 'trusted', keep: 0, compare }
  })
}

function contentsOf(keystores: ReadonlyMap<string, BuiltKeystore>, trusted: ReadonlyMap<string, BuiltTrusted>): Contents {
  const find = (item: string): BuiltKeystore | BuiltTrusted => {
    const name = item.slice(item.indexOf('.') + 1)
    const found = item.startsWith('keystores.') ? keystores.get(name) : trusted.get(name)
    if (found === undefined) throw new CodedError('internal', `${item} was not built before it was needed`)
    return found
  }
  return {
    content: (item) => find(item).content,
    password: (item) => {
      const found = find(item)
      if (!('password' in found)) throw new CodedError('internal', `${item} has no password`)
      return found.password
    },
  }
}
