/**
 * The laws of the house: which folder may not import what. Read by the linter and by the test that prints the import graph.
 * Arrows point down; pure folders touch no file, network, environment, clock or randomness.
 */

interface Law {
  readonly folder: string
  /** Regular expressions of what an import may not name. */
  readonly forbids: readonly string[]
  readonly reason: string
  readonly pure: boolean
}

/** What a pure folder may use of Node. */
const NODE = '^node:(?!crypto$|buffer$|util$)'
const ACTIONS = '^@actions/|node_modules/@actions/'
const top = (...names: readonly string[]): string => `^(\\.\\./)+(${names.join('|')})(/|\\.ts$)`
const COMPOSERS = ['commands', 'action', 'cli', 'cli-inspect', 'index']
const ALL = [
  'spec',
  'values',
  'wanted',
  'observe',
  'plan',
  'apply',
  'instance',
  'http',
  'keystore',
  'x509',
  'der',
  'report',
  'output',
  'issuer',
  'probe',
  'github',
]
const except = (...allowed: readonly string[]): string => top(...ALL.filter((name) => !allowed.includes(name)), ...COMPOSERS)

const pure = (folder: string, ...allowed: readonly string[]): Law => ({
  folder: `src/${folder}`,
  forbids: [NODE, ACTIONS, except(folder, ...allowed)],
  reason: `${folder}/ is pure and stands on ${allowed.join(', ') || 'nothing'} alone`,
  pure: true,
})
const effect = (folder: string, ...allowed: readonly string[]): Law => ({
  folder: `src/${folder}`,
  forbids: [...(folder === 'github' ? [] : [ACTIONS]), except(folder, ...allowed)],
  reason: `${folder}/ stands on ${allowed.join(', ') || 'nothing'} alone`,
  pure: false,
})

export const laws: readonly Law[] = [
  pure('der'),
  pure('x509', 'der'),
  pure('keystore', 'x509', 'der'),
  pure('spec'),
  pure('plan', 'spec', 'x509', 'keystore'),
  pure('report', 'plan', 'x509'),
  effect('values', 'spec'),
  effect('wanted', 'spec', 'values', 'keystore', 'x509', 'plan'),
  effect('observe', 'plan', 'spec', 'wanted', 'keystore'),
  effect('apply', 'plan'),
  effect('http'),
  effect('instance', 'http', 'plan'),
  effect('issuer', 'http', 'x509', 'plan', 'keystore', 'spec', 'values'),
  effect('probe', 'http', 'x509', 'der'),
  effect('output', 'plan', 'x509', 'report'),
  effect('github', 'report', 'plan', 'http'),
  effect('commands', ...ALL.filter((name) => !['instance', 'http', 'github', 'output'].includes(name))),
  {
    folder: 'emulator',
    forbids: ['^(\\.\\./)+src/'],
    reason: 'the local instance is a second opinion: it imports nothing from src',
    pure: false,
  },
]
