import { readFileSync } from 'node:fs'
import type { Spec } from '../../src/spec/model.ts'
import { parseSpec, specFor } from '../../src/spec/load.ts'

/** What an example of the repository says. */
export const example = (name: string): string => readFileSync(`examples/${name}.yml`, 'utf8')

/** `line:column code item | message` of every problem that a text has, in its order. */
export function told(text: string): string[] {
  return parseSpec(text, 'spec.yml').problems.map(
    ({ at, code, item, message }) => `${at?.line}:${at?.column} ${code} ${item}| ${message}`,
  )
}

/** The spec of a text that has no problems. */
export function specOf(text: string, environment?: string): Spec {
  const { document, problems } = parseSpec(text, 'spec.yml')
  expect(problems).toEqual([])
  const found = specFor(document!, environment)
  expect(found.problems).toEqual([])
  return found.spec!
}

/** A whole spec with these items, from line 4 on; the base has what they may refer to. */
export const around = (sections: string): string => `version: 1\nenvironments:\n  dev: { instance: acmedev }\n${sections}`
