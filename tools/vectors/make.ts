/**
 * Makes the vectors of `__tests__/vectors`: keystores by openssl and keytool, with what Java 17 finds in each.
 * Needs both programs and a JDK: `node tools/vectors/make.ts`.
 */

import { createPrivateKey } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { KeyAlgorithm } from '../lab/keys.ts'
import { issue, makeCa } from '../lab/pki.ts'
import type { JavaAnswer, JavaEntry } from './java.ts'
import { askJava } from './java.ts'
import { keytoolVectors } from './keytool.ts'
import { opensslVectors } from './openssl.ts'
import type { Maker, Vector, VectorEntry } from './vector.ts'
import { vectorFile } from './vector.ts'
import type { Draft, Identity } from './workshop.ts'
import { Workshop } from './workshop.ts'

const VALID = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2126-01-01T00:00:00Z') }

async function identitiesFor(workshop: Workshop): Promise<Record<string, Identity>> {
  const root = await makeCa({ subject: { CN: 'Acme Root', O: 'Acme' }, ...VALID })
  const issuing = await makeCa({ subject: { CN: 'Acme Issuing', O: 'Acme' }, issuer: root, ...VALID })
  const kind = async (keyAlgorithm: KeyAlgorithm): Promise<Identity> => {
    const { pkcs8, chain } = await issue({ subject: `acme ${keyAlgorithm}`, issuer: issuing, keyAlgorithm, ...VALID })
    return { pkcs8, chain }
  }
  const leaf = await issue({ subject: 'acme', keyAlgorithm: 'ec-p256', ...VALID })
  return {
    ec: await kind('ec-p256'),
    leaf: { pkcs8: leaf.pkcs8, chain: leaf.chain },
    'rsa-2048': await kind('rsa-2048'),
    'rsa-3072': await kind('rsa-3072'),
    'ec-p384': await kind('ec-p384'),
    'ec-p521': await kind('ec-p521'),
    ed25519: await kind('ed25519'),
    'dsa-2048': await dsaIdentity(workshop),
  }
}

async function dsaIdentity(workshop: Workshop): Promise<Identity> {
  const [key, certificate] = [workshop.path('dsa.pem'), workshop.path('dsa.der')]
  await workshop.run('openssl', ['genpkey', '-genparam', '-algorithm', 'DSA', '-out', key, '-pkeyopt', 'dsa_paramgen_bits:2048'])
  await workshop.run('openssl', ['genpkey', '-paramfile', key, '-out', key])
  const request = ['req', '-new', '-x509', '-key', key, '-subj', '/CN=acme dsa', '-days', '36500', '-outform', 'DER']
  await workshop.run('openssl', [...request, '-out', certificate])
  const pkcs8 = createPrivateKey(await workshop.take('dsa.pem')).export({ type: 'pkcs8', format: 'der' })
  return { pkcs8, chain: [await workshop.take('dsa.der')] }
}

/** Whether Java lists what is expected; and whether it opens every key of it. */
function agrees({ entries = [] }: JavaAnswer, expected: readonly VectorEntry[]): { lists: boolean; opens: boolean } {
  const plain = ({ alias, kind, chain }: JavaEntry | VectorEntry): string => JSON.stringify([alias, kind, chain])
  const lists = JSON.stringify(entries.map(plain).sort()) === JSON.stringify(expected.map(plain).sort())
  const opened = entries.filter(({ kind, pkcs8 }) => kind === 'trusted-certificate' || pkcs8 !== undefined)
  const keys = new Set(expected.map(({ pkcs8 }) => pkcs8))
  const right = opened.every(({ pkcs8 }) => keys.has(pkcs8))
  return { lists: lists && right, opens: opened.length === entries.length }
}

async function withJava(workshop: Workshop, drafts: readonly Draft[]): Promise<Vector[]> {
  const questions = await Promise.all(
    drafts.map(async ({ bytes, type, password, keyPassword }, index) => ({
      type: type === 'jks' ? ('JKS' as const) : ('PKCS12' as const),
      file: await workshop.write(`question-${index}`, Buffer.from(bytes, 'base64')),
      passwords: keyPassword === undefined ? [password] : [password, keyPassword],
    })),
  )
  const answers = await askJava(questions)
  return drafts.map((draft, index) => {
    const answer = answers[index] ?? { error: 'no answer' }
    const { lists, opens } = agrees(answer, draft.entries)
    if (answer.error === undefined && !lists && draft.refused === undefined) {
      throw new Error(`${draft.name}: Java finds ${JSON.stringify(answer)}, expected ${JSON.stringify(draft.entries)}`)
    }
    const { name, made, type, password, keyPassword, refused, entries, unlisted, bytes } = draft
    const others = { ...(keyPassword !== undefined && { keyPassword }), ...(refused !== undefined && { refused }) }
    const java = answer.error === undefined && opens && draft.refused === undefined
    return { name, made, type, password, ...others, java, entries, unlisted, bytes }
  })
}

/** A line for each vector, so that a difference shows which. */
async function save(maker: Maker, vectors: readonly Vector[]): Promise<void> {
  await writeFile(vectorFile(maker), `[\n${vectors.map((vector) => JSON.stringify(vector)).join(',\n')}\n]\n`)
  const [java, refused] = [vectors.filter((vector) => vector.java), vectors.filter((vector) => vector.refused !== undefined)]
  process.stdout.write(`${maker}: ${vectors.length} vectors, ${java.length} opened by Java, ${refused.length} to be refused\n`)
}

await Workshop.with(async (workshop) => {
  const identities = await identitiesFor(workshop)
  await save('openssl', await withJava(workshop, await opensslVectors(workshop, identities)))
  await save('keytool', await withJava(workshop, await keytoolVectors(workshop, identities)))
})
