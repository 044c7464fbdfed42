import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readKeystore } from '../../src/keystore/read.ts'
import { PrivateKey } from '../../src/x509/private-key.ts'
import type { JavaEntry, Question } from '../../tools/vectors/java.ts'
import { askJava } from '../../tools/vectors/java.ts'
import * as parts from '../../tools/vectors/pkcs12-parts.ts'
import { random } from '../../tools/vectors/random.ts'
import { byAlias, plain, secret } from '../keystore/support.ts'
import { issueCa, issueLeaf, issueRoot } from '../support/certificates.ts'
import { describeWith } from '../support/tools.ts'

const PASSWORD = 'changeit'
const FILES = 400

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layouts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Leaves of one CA, other CAs of the same name with other key ids and without one, and the root. */
const root = issueRoot()
const issuing = issueCa('issuing', root)
const sameName = ['Issuing', 'ISSUING'].map((name) => issueCa(name, root))
const withoutIds = [issueCa('issuing', root, { keyIds: false }), issueCa('root', issuing, { keyIds: false })]
const leaves = [issueLeaf(issuing), issueLeaf(issuing, { subject: 'other', keyIds: false })]
const certificates = [...leaves, issuing, ...sameName, ...withoutIds, root].map(({ certificate }) => certificate.der)
const keys = leaves.map(({ key }) => PrivateKey.fromKeyObject(key).pkcs8)

/** A keystore with bags, names and ids in any order and combination: what makers did, and what they did not. */
function anyLayout(seed: number): Buffer {
  const { below, pick, chance } = random(seed)
  const name = () => (chance(0.5) ? pick(['Acme', 'acme', 'other', 'A b', '']) : undefined)
  const id = () => (chance(0.5) ? Buffer.from(pick(['1', '2', 'Time 1700000000000', '01'])) : undefined)
  const bag = (): Buffer => {
    const marks = { friendlyName: name(), localKeyId: id() }
    const kind = below(12)
    if (kind < 3) return parts.shroudedKeyBag(pick(keys), parts.wide(PASSWORD), marks)
    if (kind === 3) return parts.plainKeyBag(pick(keys), marks)
    if (kind === 4) return parts.nestedBag([parts.certificateBag(pick(certificates), marks)])
    return parts.certificateBag(pick(certificates), { ...marks, trusted: chance(0.25) })
  }
  const safe = (): Buffer => {
    const bags = Array.from({ length: below(5) }, bag)
    return chance(0.5) ? parts.plainSafe(bags) : parts.encryptedSafe(bags, parts.wide(PASSWORD))
  }
  return parts.pfx(Array.from({ length: 1 + below(3) }, safe), parts.wide(PASSWORD))
}

type Listed = Pick<JavaEntry, 'alias' | 'kind' | 'chain' | 'pkcs8'>

const told = ({ alias, kind, chain, pkcs8 }: Listed) => ({ alias, kind, chain, pkcs8 })

describeWith('java', 'what is listed is what Java lists', () => {
  test(`${FILES} keystores of any layout`, async () => {
    const files = Array.from({ length: FILES }, (_, seed) => anyLayout(seed))
    const questions = await Promise.all(
      files.map(async (bytes, index): Promise<Question> => {
        const file = join(folder, `${index}`)
        await writeFile(file, bytes)
        return { type: 'PKCS12', file, passwords: [PASSWORD] }
      }),
    )
    const answers = await askJava(questions)
    let entries = 0
    for (const [seed, bytes] of files.entries()) {
      const keystore = await readKeystore(bytes, { store: secret(PASSWORD) })
      const mine = keystore.entries.map(plain).sort(byAlias)
      const java = [...(answers[seed]?.entries ?? [])].sort(byAlias)
      expect([seed, answers[seed]?.error, mine.map(told)]).toEqual([seed, undefined, java.map(told)])
      entries += mine.length
    }
    expect(entries).toBeGreaterThan(FILES)
  })
})
