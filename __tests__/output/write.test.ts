import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFiles } from '../../src/output/write.ts'
import { Redactor } from '../../src/redact.ts'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'smtls-output-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text), isText: false })

test('a file that is there with the same bytes is left alone, any other is replaced', async () => {
  const write = (a: string, b: string): void => writeFiles(folder, [file('x/a.pem', a), file('x/b.pem', b)], new Redactor())
  const inode = async (name: string): Promise<number> => (await stat(join(folder, name))).ino
  write('one', 'two')
  const before = [await inode('x/a.pem'), await inode('x/b.pem')]
  write('one', 'TWO')
  expect(await inode('x/a.pem')).toBe(before[0])
  expect(await inode('x/b.pem')).not.toBe(before[1])
  expect([await readFile(join(folder, 'x/a.pem'), 'utf8'), await readFile(join(folder, 'x/b.pem'), 'utf8')]).toEqual([
    'one',
    'TWO',
  ])
})

test('a file that holds a secret is not written, nor any other', async () => {
  const redactor = new Redactor()
  redactor.add('a long secret text')
  expect(() => writeFiles(folder, [file('a.pem', 'a'), file('b.pem', 'xa long secret textx')], redactor)).toThrow('b.pem')
  await expect(stat(join(folder, 'a.pem'))).rejects.toThrow('ENOENT')
})

test('what is JSON stays JSON, whatever a secret looks like', async () => {
  const redactor = new Redactor()
  for (const secret of ['":', 'true', 'a secret']) redactor.add(secret)
  const text = JSON.stringify({ changed: true, message: 'it is a secret' }, null, 2)
  writeFiles(folder, [{ path: 'x.json', bytes: Buffer.from(text), isText: true }], redactor)
  expect(JSON.parse(await readFile(join(folder, 'x.json'), 'utf8'))).toEqual({ changed: true, message: 'it is ***' })
})
