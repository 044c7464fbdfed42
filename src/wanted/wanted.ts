import { CodedError, problemOf, type Location, type Problem } from '../errors.ts'
import type { Expectation } from '../plan/observed.ts'
import type { UnseenKeystore, WantedIssued, WantedKeystore, WantedRequest, WantedTrusted } from '../plan/wanted.ts'
import { createLimiter } from '../limiter.ts'
import type { Contents } from '../plan/ports.ts'
import type { Spec } from '../spec/model.ts'
import type { Values } from '../values/values.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Checking } from './facts.ts'
import { buildIssued, isIssued, type BuiltIssued } from './issued.ts'
import { buildKeystore, lookAtPublic, type BuiltKeystore, type LoadedSpec } from './keystore.ts'
import { errorsIn } from './settle.ts'
import { buildRequest, isRequest, type BuiltRequest } from './requested.ts'
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
  /** Keystores whose certificates are issued. */
  readonly issued: ReadonlyMap<string, WantedIssued>
  /** The same, with what it takes to have one issued. */
  readonly toIssue: ReadonlyMap<string, BuiltIssued>
  /** Keystores whose certificates people sign. */
  readonly requested: ReadonlyMap<string, WantedRequest>
  /** The same, with what it takes to ask for one. */
  readonly toRequest: ReadonlyMap<string, BuiltRequest>
  /** The chains of keystores that were found on the instance and looked into, by the fingerprint of the leaf. */
  readonly openedChains: ReadonlyMap<string, readonly Certificate[]>
  /** Keystores whose secrets are withheld from the run. */
  readonly unseen: ReadonlyMap<string, UnseenKeystore>
  readonly problems: readonly Problem[]
  readonly expectations: readonly Expectation[]
  readonly contents: Contents
  readonly publicKeystores: readonly PublicKeystore[]
}

/** So many keystores that what is done for each of them is seen in the memory of the whole run. */
const MANY = 100

/**
 * Builds every keystore and reads every certificate of the spec, side by side. Never throws for what a user can meet.
 * @param withheld why secrets may be missing without that being an error (contract 4.11), as a sentence; undefined where not.
 */
export async function buildWanted(spec: Spec, values: Values, checking: Checking, withheld: string | undefined): Promise<Wanted> {
  const problems: Problem[] = []
  const secretless = new Set<string>()
  const tell = (item: string, at: Location, error: CodedError): void => {
    const tolerated = withheld !== undefined && error.code === 'value.secret-missing'
    if (tolerated) secretless.add(item)
    problems.push(problemOf(tolerated ? { ...error.toFinding('notice'), hint: withheld } : error.toFinding(), item, at))
  }
  const openedChains = new Map<string, readonly Certificate[]>()
  const specs = [...spec.keystores.values()]
  if (specs.length >= MANY) (await import('./memory.ts')).keepYoungMemorySmall()
  const given = specs.filter((item): item is LoadedSpec => !isIssued(item) && !isRequest(item))
  const [keystores, issued, requested, trusted] = await Promise.all([
    buildAll('keystores', byName(given), (item) => buildKeystore(item, values, checking, openedChains), tell),
    buildAll(
      'keystores',
      byName(specs.filter(isIssued)),
      (item) => buildIssued(item, spec.issuers, values, checking, openedChains),
      tell,
    ),
    buildAll('keystores', byName(specs.filter(isRequest)), (item) => buildRequest(item, values, checking, openedChains), tell),
    buildAll('trusted-certificates', spec.trustedCertificates, (item) => buildTrusted(item, values, checking), tell),
  ])
  const hidden = specs.filter(({ name }) => secretless.has(`keystores.${name}`))
  const unseen = await Promise.all(hidden.map((keystore) => lookAtPublic(keystore, values, checking)))
  return {
    unseen: new Map(unseen.map((found) => [found.unseen.name, found.unseen])),
    keystores: new Map([...keystores].map(([name, { wanted }]) => [name, wanted])),
    issued: new Map([...issued].map(([name, { wanted }]) => [name, wanted])),
    toIssue: issued,
    requested: new Map([...requested].map(([name, { wanted }]) => [name, wanted])),
    toRequest: requested,
    openedChains,
    trusted: new Map([...trusted].map(([name, { wanted }]) => [name, wanted])),
    problems,
    expectations: [...expectKeystores(keystores), ...expectMade(issued), ...expectMade(requested), ...expectTrusted(trusted)],
    contents: contentsOf(keystores, issued, requested, trusted),
    publicKeystores: [
      ...[...keystores].map(([name, { chain }]) => ({ name, chain })),
      ...unseen.flatMap(({ unseen: { name }, chain }) => (chain.length === 0 ? [] : [{ name, chain }])),
    ],
  }
}

/** Enough to keep the threads busy that derive keys; all of a thousand at once would all be in memory at once. */
const AT_A_TIME = 16

async function buildAll<S extends { readonly at: Location }, B>(
  section: string,
  items: ReadonlyMap<string, S>,
  build: (item: S) => Promise<B>,
  tell: (item: string, at: Location, error: CodedError) => void,
): Promise<Map<string, B>> {
  const limited = createLimiter(AT_A_TIME)
  const built = await Promise.all(
    [...items].map(([name, item]) =>
      limited(async () => {
        try {
          return [[name, await build(item)] as const]
        } catch (error) {
          for (const coded of errorsIn(error)) tell(`${section}.${name}`, coded.at ?? item.at, coded)
          return []
        }
      }),
    ),
  )
  return new Map(built.flat())
}

function expectKeystores(keystores: ReadonlyMap<string, BuiltKeystore>): Expectation[] {
  return [...keystores.values()].map(({ wanted, compare }) => {
    const { name, sha256, size, type, keepPrevious: keep, handoverMs } = wanted
    return { kind: 'keystore', name, sha256, size, type, keep, waits: handoverMs > 0, compare }
  })
}

/** Of these no content is wanted before it is known what is there. */
function expectMade(made: ReadonlyMap<string, BuiltIssued | BuiltRequest>): Expectation[] {
  return [...made.values()].map(({ wanted: { name, type, keepPrevious: keep }, compare, ...built }) => {
    const seeks = 'seeks' in built ? { seeks: built.seeks } : {}
    return { kind: 'keystore', name, sha256: '', type, keep, compare, ...seeks }
  })
}

function expectTrusted(trusted: ReadonlyMap<string, BuiltTrusted>): Expectation[] {
  return [...trusted.values()].map(({ wanted, compare }) => {
    return {
      kind: 'trusted-certificate',
      name: wanted.name,
      sha256: wanted.sha256,
      size: wanted.size,
      type: 'trusted',
      keep: 0,
      compare,
    }
  })
}

const byName = <S extends { readonly name: string }>(items: readonly S[]): Map<string, S> =>
  new Map(items.map((item) => [item.name, item]))

function contentsOf(
  keystores: ReadonlyMap<string, BuiltKeystore>,
  issued: ReadonlyMap<string, BuiltIssued>,
  requested: ReadonlyMap<string, BuiltRequest>,
  trusted: ReadonlyMap<string, BuiltTrusted>,
): Contents {
  const missing = (item: string): CodedError => new CodedError('internal', `${item} was not built before it was needed`)
  const nameOf = (item: string): string => item.slice(item.indexOf('.') + 1)
  return {
    content: (item) => {
      const name = nameOf(item)
      const keystore = keystores.get(name)?.content ?? requested.get(name)?.joined()
      const found = item.startsWith('keystores.') ? keystore : trusted.get(name)?.content
      if (found === undefined) throw missing(item)
      return found
    },
    password: (item) => {
      const found = keystores.get(nameOf(item)) ?? issued.get(nameOf(item)) ?? requested.get(nameOf(item))
      if (found === undefined || !item.startsWith('keystores.')) throw missing(item)
      return found.password
    },
  }
}
