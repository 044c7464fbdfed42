import type { Problem } from '../errors.ts'
import { isAbsent } from './absent.ts'
import { itemsOf } from './environment.ts'
import { BETWEEN_RUNS, DURATION, parseDuration } from './duration.ts'
import { MESSAGE_KINDS } from './model.ts'
import type { Rule } from './names.ts'
import { messageName, profileName, recordName } from './names.ts'
import type { SectionName } from './problems.ts'
import { problemAt, SECTIONS, shown } from './problems.ts'
import { didYouMean } from './suggest.ts'
import type { Entry, Mapping } from './tree.ts'
import { entriesOf, entryOf, textOf } from './tree.ts'

const MAX_ITEMS = 1000
const MESSAGE_SECTIONS = MESSAGE_KINDS.map((kind) => `${kind}s` as const)
/** To look for what was meant takes time. */
const MOST_HINTS = 20

const NAME_RULES: Readonly<Record<SectionName, Rule>> = {
  keystores: recordName,
  'trusted-certificates': recordName,
  'protocol-profiles': profileName,
  'rest-messages': messageName,
  'soap-messages': messageName,
  connections: messageName,
  'oauth-providers': messageName,
}

/** Names that cannot be used, wherever a section has them. */
export function checkNames(sections: Mapping): Problem[] {
  return SECTIONS.flatMap((section) =>
    itemsOf(sections, section).flatMap(({ key, at }) => {
      const reason = NAME_RULES[section](key)
      return reason === undefined ? [] : [problemAt('spec.name', [section, key], `the name ${reason}`, at)]
    }),
  )
}

/**
 * What is wrong between items, as far as items can be told; what is wrong within them is said elsewhere.
 * @param sections all of them; `present` without the items that must not be there.
 */
export function checkReferences(sections: Mapping, present: Mapping): Problem[] {
  return [
    ...checkNumber(sections),
    ...checkKinds(sections),
    ...checkPasswords(present),
    ...dangling(present, 'protocol-profiles', 'keystore', itemsOf(sections, 'keystores'), 'keystores'),
    ...checkIssuing(present),
    ...checkProbes(present),
    ...MESSAGE_SECTIONS.flatMap((section) => [
      ...dangling(present, section, 'protocol-profile', itemsOf(sections, 'protocol-profiles'), 'protocol-profiles'),
      ...checkMessages(present, section),
    ]),
  ]
}

function checkNumber(sections: Mapping): Problem[] {
  const beyond = SECTIONS.flatMap((section) => itemsOf(sections, section)).at(MAX_ITEMS)
  return beyond === undefined ? [] : [problemAt('spec.type', [], `spec: has more than ${MAX_ITEMS} items`, beyond.at)]
}

/** Only a keystore that is there already does without a password. */
function checkPasswords(present: Mapping): Problem[] {
  return itemsOf(present, 'keystores').flatMap(({ key, at, value }) => {
    const source = entryOf(value, 'source')?.value
    if (value.kind !== 'mapping' || value.entries.has('password') || entryOf(source, 'existing') !== undefined) return []
    return [problemAt('spec.type', ['keystores', key, 'password'], 'is missing', at)]
  })
}

/** Both would be records of one name, and which of them a query finds is a guess. */
function checkKinds(sections: Mapping): Problem[] {
  const keystores = new Map(itemsOf(sections, 'keystores').map((entry) => [entry.key, entry]))
  return itemsOf(sections, 'trusted-certificates').flatMap(({ key, at }) => {
    const keystore = keystores.get(key)
    if (keystore === undefined) return []
    const what = `a keystore has this name too, in line ${keystore.at.line}: both would be certificate records`
    return [problemAt('spec.name', ['trusted-certificates', key], what, at)]
  })
}

/** The values of `key` in `from` that are no name in `to`, or the name of what must not be there. */
function dangling(present: Mapping, from: SectionName, key: string, items: readonly Entry[], to: SectionName): Problem[] {
  const known = items.filter((item) => !isAbsent(item)).map((entry) => entry.key)
  const absent = new Set(items.filter(isAbsent).map((entry) => entry.key))
  const names = new Set(known)
  const found = itemsOf(present, from).flatMap((item) => {
    const value = entryOf(item.value, key)?.value
    const name = textOf(value)
    return value === undefined || name === undefined || names.has(name) ? [] : [{ path: [from, item.key, key], name, value }]
  })
  return found.map(({ path, name, value }, index) => {
    const near = index < MOST_HINTS && !absent.has(name) ? didYouMean(name, known) : undefined
    const hint = absent.has(name) ? 'make what refers to it absent, too, or let it refer to another' : near
    const what = absent.has(name) ? `${shown(name)} is said to be absent` : `${shown(name)} is not in ${to}`
    return problemAt('spec.reference', path, what, value.at, hint)
  })
}

/** Issuers that are not there, and a renewal that begins too late for its handover (contract 3, 4.5). */
function checkIssuing(present: Mapping): Problem[] {
  const issuers = entriesOf(entryOf(present, 'issuers')?.value)
  const known = issuers.map(({ key }) => key)
  const problems = issuers.flatMap(({ key, value }) => checkVault(key, entryOf(value, 'vault')))
  for (const { key: name, value } of itemsOf(present, 'keystores')) {
    const source = entryOf(value, 'source')
    const issuer = entryOf(source?.value, 'issuer')
    const named = textOf(issuer?.value)
    const path = ['keystores', name]
    if (issuer === undefined) continue
    if (named !== undefined && !known.includes(named)) {
      const what = `${shown(named)} is not in issuers`
      problems.push(problemAt('spec.reference', [...path, 'source', 'issuer'], what, issuer.value.at, didYouMean(named, known)))
    }
    const before = entryOf(source?.value, 'renew-before')
    const validity = durationIn(entryOf(source?.value, 'validity'))
    const handover = entryOf(value, 'handover')
    if (before !== undefined && validity !== undefined && (durationIn(before) ?? 0) >= validity) {
      problems.push(problemAt('spec.type', [...path, 'source', 'renew-before'], 'is not shorter than validity', before.at))
    }
    const late = tooLate(durationIn(handover), durationIn(before), validity)
    if (late !== undefined) problems.push(problemAt('spec.type', [...path, 'handover'], late, handover?.at ?? issuer.at))
  }
  return problems
}

function checkProbes(present: Mapping): Problem[] {
  const known = itemsOf(present, 'protocol-profiles').map(({ key }) => key)
  const list = entryOf(present, 'probes')?.value
  return (list?.kind === 'list' ? list.items : []).flatMap((probe, index) => {
    const value = entryOf(probe, 'protocol-profile')?.value
    const name = textOf(value)
    if (value === undefined || name === undefined || known.includes(name)) return []
    const path = ['probes', index, 'protocol-profile']
    return [problemAt('spec.reference', path, `${shown(name)} is not in protocol-profiles`, value.at, didYouMean(name, known))]
  })
}

/** Renewal begins early enough for the handover to end before the certificate does, with a run each week (contract 4.5). */
function tooLate(handover = 0, before: number | undefined, validity: number | undefined): string | undefined {
  if (handover === 0) return undefined
  const needed = handover + BETWEEN_RUNS
  if (before !== undefined) return needed > before ? 'is not at least 8 days shorter than renew-before' : undefined
  if (validity === undefined || needed <= validity / 3) return undefined
  return 'is not at least 8 days shorter than a third of validity, when renewal begins: set renew-before'
}

function durationIn(entry: Entry | undefined): number | undefined {
  const text = textOf(entry?.value)
  return text !== undefined && DURATION.test(text) ? parseDuration(text) : undefined
}

function checkVault(name: string, vault: Entry | undefined): Problem[] {
  if (vault?.value.kind !== 'mapping') return []
  const given = ['token', 'jwt-role'].filter((key) => entryOf(vault.value, key) !== undefined)
  if (given.length === 1) return []
  return [problemAt('spec.type', ['issuers', name, 'vault'], 'needs exactly one of token and jwt-role', vault.at)]
}

/** A message with mutual authentication and no profile would not connect (contract 4.3). */
function checkMessages(sections: Mapping, section: SectionName): Problem[] {
  return itemsOf(sections, section).flatMap(({ key: name, at, value }) => {
    if (value.kind !== 'mapping' || value.entries.has('protocol-profile')) return []
    const path = [section, name]
    const flag = entryOf(value, 'mutual-authentication')
    const rewrite = entryOf(value, 'rewrite-endpoint')
    if (flag === undefined || isTrue(flag)) {
      const hint = 'name a key of protocol-profiles, or say mutual-authentication: false'
      return [problemAt('spec.type', [...path, 'protocol-profile'], 'is missing', at, hint)]
    }
    const what = 'needs a protocol-profile, whose name becomes the scheme'
    return isTrue(rewrite) ? [problemAt('spec.type', [...path, 'rewrite-endpoint'], what, rewrite.at)] : []
  })
}

const isTrue = (entry: Entry | undefined): entry is Entry => entry?.value.kind === 'scalar' && entry.value.value === true
