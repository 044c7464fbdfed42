import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expiryTimeline, trustDiagram } from '../../src/report/diagrams.ts'
import type { Report } from '../../src/report/words.ts'
import { execute } from '../../tools/lab/programs.ts'
import { certificate, report } from '../support/reports.ts'
import { describeWhere } from '../support/tools.ts'

const PARSER = fileURLToPath(new URL('../../tools/mermaid/parse.js', import.meta.url))
const hasMermaid = existsSync(fileURLToPath(new URL('../../tools/mermaid/node_modules/mermaid', import.meta.url)))

/** What Mermaid's own parser makes of diagrams. */
async function parsed(diagrams: readonly string[]): Promise<{ type?: string; error?: string }[]> {
  const { stdout, stderr, exitCode } = await execute(process.execPath, [PARSER], { input: JSON.stringify(diagrams) })
  if (exitCode !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as never
}

const wired = (names: {
  keystore: string
  profile: string
  message: string
  partner: string
  issuers: string[]
  trusted: string
}): Report =>
  report({
    certificates: [
      certificate(names.keystore, { daysRemaining: -1 }),
      certificate(names.trusted, { kind: 'trusted-certificate', notAfter: '2036-01-01T00:00:00Z' }),
    ],
    keystores: [{ name: names.keystore, issuers: names.issuers }],
    wiring: {
      profiles: [{ name: names.profile, keystore: names.keystore }],
      messages: [{ item: `rest-messages.${names.message}`, name: names.message, profile: names.profile, partner: names.partner }],
    },
  })

const PLAIN = {
  keystore: 'bank-client',
  profile: 'bankm',
  message: 'Bank Payments',
  partner: 'api.bank.example',
  issuers: ['CN=Acme Issuing CA,O=Acme', 'O=Acme,CN=Acme\\, Root'],
  trusted: 'bank-root',
}

const HOSTILE = [
  '"] --> x; click x "javascript:alert(1)"',
  'end',
  '1. first',
  '- list',
  '`code` **bold** <b>html</b> <script>alert(1)</script>',
  '%%{init: {"theme":"dark"}}%%',
  '#quot; #35; ; : :: ### \\n',
  'graph TD\n a-->b',
  'ümläut 証明書 🔑 \u202e reversed',
  'section title',
  '${host}',
  '',
]

test('from the issuer to the partner, each once', () => {
  expect(trustDiagram(wired(PLAIN))).toBe(
    `flowchart LR
  k0["bank#45;client<br>expired"]
  i1(["Acme Issuing CA"])
  i2(["Acme#44; Root"])
  p3{{"bankm#58;#47;#47;"}}
  m4["Bank Payments"]
  h5[["api#46;bank#46;example"]]
  i1 --> k0
  i2 --> i1
  k0 --> p3
  p3 --> m4
  m4 --> h5
  subgraph trusted ["trusted by the instance"]
    t0(["bank#45;root<br>183 days left"])
  end
  classDef ending stroke:#d1242f,stroke-width:3px
  class k0 ending`,
  )
})

test('months in order, several certificates in one', () => {
  const certificates = [
    certificate('late', { notAfter: '2027-03-01T00:00:00Z' }),
    certificate('a'),
    certificate('b', { notAfter: '2026-12-31T00:00:00Z' }),
  ]
  expect(expiryTimeline(report({ certificates }))).toBe(`timeline\n  2026-12 : a : b\n  2027-03 : late`)
})

test('nothing to draw is no diagram', () => {
  expect([trustDiagram(report()), expiryTimeline(report()), trustDiagram(report({ wiring: undefined }))]).toEqual(['', '', ''])
})

/** As many of everything as a spec may have. */
function huge(): Report {
  const numbers = Array.from({ length: 400 }, (_, index) => index)
  return report({
    certificates: numbers.flatMap((index) => [
      certificate(`k${index}`, { notAfter: `20${26 + (index % 60)}-01-01T00:00:00Z` }),
      certificate(`t${index}`, { kind: 'trusted-certificate' }),
    ]),
    keystores: numbers.map((index) => ({ name: `k${index}`, issuers: [`CN=ca ${index}`, 'CN=root'] })),
    wiring: {
      profiles: numbers.map((index) => ({ name: `p${index}`, keystore: `k${index}` })),
      messages: numbers.map((index) => ({
        item: `rest-messages.m${index}`,
        name: `m${index}`,
        profile: `p${index % 10}`,
        partner: 'h',
      })),
    },
  })
}

test('a picture of many is bounded, and says what it leaves out', () => {
  const diagram = trustDiagram(huge())
  expect(diagram).toContain('"not shown#58; 376 keystores#44; 340 messages#44; 376 trusted certificates"')
  expect(diagram.match(/-->/g)!.length).toBeLessThan(500)
  expect(diagram.length).toBeLessThan(20_000)
  expect(expiryTimeline(huge()).split('\n').length).toBeLessThan(20)
})

/** Long names in another script, long chains, and more profiles than keystores. */
function wide(): Report {
  const numbers = Array.from({ length: 700 }, (_, index) => index)
  const name = (index: number): string => `${index} ${'\u{8a3c}'.repeat(40)}`
  const few = numbers.slice(0, 24)
  return report({
    certificates: few.flatMap((index) => [
      certificate(name(index)),
      certificate(`t${name(index)}`, { kind: 'trusted-certificate' }),
    ]),
    keystores: few.map((index) => ({
      name: name(index),
      issuers: numbers.slice(0, 30).map((depth) => `CN=${depth} ${name(index)}`),
    })),
    wiring: {
      profiles: numbers.map((index) => ({ name: name(index), keystore: name(index % 24) })),
      messages: numbers.map((index) => ({
        item: `rest-messages.${name(index)}`,
        name: name(index),
        profile: name(index),
        partner: name(index),
      })),
    },
  })
}

test('a picture of many long names stays below what Mermaid refuses', () => {
  const diagram = trustDiagram(wide())
  expect(diagram.match(/-->/g)!.length).toBeLessThan(500)
  expect(diagram.length).toBeLessThan(50_000)
  expect(diagram).toMatch(/not shown#58; \d+ keystores#44; \d+ profiles#44; /)
})

describeWhere(hasMermaid, 'Mermaid (npm ci in tools/mermaid)', "Mermaid's own parser", () => {
  test('takes them all, hostile names and many', async () => {
    const hostile = HOSTILE.map((text) =>
      wired({ keystore: text, profile: text, message: text, partner: text, issuers: [text, `CN=${text}`], trusted: text }),
    )
    const reports = [wired(PLAIN), huge(), wide(), ...hostile]
    const results = await parsed([...reports.map(trustDiagram), ...reports.map(expiryTimeline)])
    expect(results).toEqual([...reports.map(() => ({ type: 'flowchart-v2' })), ...reports.map(() => ({ type: 'timeline' }))])
  })

  test('refuses what was not escaped: the test can fail', async () => {
    const [flowchart, timeline] = [trustDiagram(wired(PLAIN)), expiryTimeline(wired(PLAIN))]
    const broken = [flowchart.replace('Bank Payments', '"] --> x'), timeline.replace('bank#45;client', '')]
    expect(await parsed(broken)).toEqual([{ error: expect.any(String) }, { error: expect.any(String) }])
  })
})
