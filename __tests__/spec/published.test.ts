import { readdirSync, readFileSync } from 'node:fs'
import { ERRORS } from '../../src/errors.ts'
import { parseSpec } from '../../src/spec/load.ts'
import { SECTIONS } from '../../src/spec/problems.ts'
import { jsonSchema, type Json } from '../../tools/generate/json-schema.ts'

const published = JSON.parse(readFileSync('schema/servicenow-mtls.schema.json', 'utf8')) as Json

describe('the published schema', () => {
  test('is what is generated', () => {
    expect(published).toEqual(jsonSchema())
  })

  test('has each section, in the base and in environments, and nothing beyond', () => {
    expect(Object.keys(published.properties ?? {})).toEqual([
      'version',
      'owner',
      'environments',
      ...SECTIONS,
      'issuers',
      'probes',
    ])
    const environment = published.properties?.environments?.additionalProperties as Json
    expect(Object.keys(environment.properties ?? {})).toEqual(['instance', 'protected', ...SECTIONS, 'issuers', 'probes'])
    expect(published.additionalProperties).toBe(false)
    expect(environment.additionalProperties).toBe(false)
  })

  test('says of every key what it means', () => {
    for (const name of SECTIONS) {
      expect(published.properties?.[name]?.description).toMatch(/\.$/)
      for (const [key, { description }] of Object.entries(published.definitions?.[name]?.properties ?? {})) {
        expect(`${name}.${key}: ${description}`).toMatch(/: \S.*\.$/)
      }
    }
  })
})

describe('the examples', () => {
  test.each(readdirSync('examples').filter((name) => name.endsWith('.yml')))('%s has no problems', (name) => {
    const text = readFileSync(`examples/${name}`, 'utf8')
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema/servicenow-mtls.schema.json')
    expect(parseSpec(text, name).problems).toEqual([])
  })
})

describe('the documents', () => {
  test('SPEC.md has each key', () => {
    const text = readFileSync('docs/SPEC.md', 'utf8')
    const keys = SECTIONS.flatMap((name) => Object.keys(published.definitions?.[name]?.properties ?? {}))
    expect(keys.filter((key) => !text.includes(`| \`${key}\``))).toEqual([])
  })

  test('TROUBLESHOOTING.md has each code', () => {
    const text = readFileSync('docs/TROUBLESHOOTING.md', 'utf8')
    expect(Object.keys(ERRORS).filter((code) => !text.includes(`### \`${code}\``))).toEqual([])
  })
})
