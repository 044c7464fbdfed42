import { runInNewContext } from 'node:vm'

/** What expressions of a workflow can name: `secrets`, `matrix`, `needs`, `steps`, `inputs`, `github`, and functions. */
export type Contexts = Readonly<Record<string, unknown>>

/**
 * An expression of GitHub's. Its language is a small part of JavaScript's but for names with hyphens and for properties of nothing,
 * which are nothing.
 */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const script = expression.replace(/'((?:[^']|'')*)'|\.([A-Za-z_][\w-]*)/g, (_all, text?: string, name?: string) =>
    text !== undefined ? JSON.stringify(text.replaceAll("''", "'")) : `?.[${JSON.stringify(name)}]`,
  )
  return runInNewContext(script, { ...contexts, fromJSON: (text: string): unknown => JSON.parse(text) })
}

/** A text with its expressions filled in. */
export function fill(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_all, expression: string) => textOf(evaluate(expression, contexts)))
}

/** A value that may be one expression, which then keeps its type. */
export function fillValue(value: unknown, contexts: Contexts): unknown {
  if (typeof value !== 'string') return value
  const [, whole] = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(value.trim()) ?? []
  return whole === undefined ? fill(value, contexts) : evaluate(whole, contexts)
}

export const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
