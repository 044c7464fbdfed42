import {
  asBits,
  asBoolean,
  asInteger,
  asOctets,
  asOid,
  asSequence,
  asSet,
  asSmallInteger,
  asText,
  asTime,
  children,
  DerError,
  isContext,
  isUniversal,
  readFirst,
  readOne,
  TAG,
} from '../../src/der/reader.ts'
import * as write from '../../src/der/writer.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('what is written is read again', () => {
  test.each([0n, 1n, 127n, 128n, 255n, 256n, -1n, -128n, -129n, 2n ** 2048n - 1n, -(2n ** 521n)])('integer %s', (value) => {
    expect(asInteger(readOne(write.integer(value)))).toBe(value)
  })

  const numbers = [2n ** 46n, 2n ** 53n, 2n ** 60n - 1n, 2n ** 100n]
  const long = numbers.flatMap((number) => [`2.25.${number - 1n}.${number}.${number + 1n}`, `2.${number}.1`])
  test.each(['0.9', '1.0', '1.39.1', '2.0', '2.39.1', '2.40', '1.2.840.113549.1.1.11', '2.16.840.1.113894.746875.1.1', ...long])(
    'object identifier %s',
    (dotted) => {
      expect(asOid(readOne(write.oid(dotted)))).toBe(dotted)
    },
  )

  test.each([
    ['1950-01-01T00:00:00Z', TAG.utcTime],
    ['2049-12-31T23:59:59Z', TAG.utcTime],
    ['1949-12-31T23:59:59Z', TAG.generalizedTime],
    ['2050-01-01T00:00:00Z', TAG.generalizedTime],
    ['9999-12-31T23:59:59Z', TAG.generalizedTime],
    ['2024-02-29T12:30:01Z', TAG.utcTime],
  ])('time %s', (text, tag) => {
    const node = readOne(write.utcOrGeneralizedTime(new Date(text)))
    expect(node.tag).toBe(tag)
    expect(asTime(node)).toEqual(new Date(text))
  })

  test.each([0, 1, 127, 128, 255, 256, 65_535, 65_536])('octets of length %d', (length) => {
    const content = Buffer.alloc(length, 0x5a)
    expect(asOctets(readOne(write.octets(content))).equals(content)).toBe(true)
  })

  test('texts of every kind that is written', () => {
    const text = 'Grüße 😀'
    expect(asText(readOne(write.utf8(text)))).toBe(text)
    expect(asText(readOne(write.bmp(text)))).toBe(text)
    expect(asText(readOne(write.printable('Acme (1)')))).toBe('Acme (1)')
    expect(asText(readOne(write.ia5('a@acme.example')))).toBe('a@acme.example')
  })

  test('a structure', () => {
    const encoded = write.sequence(
      write.boolean(true),
      write.nullValue(),
      write.bits(hex('f0'), 4),
      write.context(0, write.integer(2)),
      write.context(1, hex('abcd'), false),
      write.boolean(false),
    )
    const [yes, nothing, bits, explicit, implicit, no] = asSequence(readOne(encoded))
    expect(asBoolean(yes)).toBe(true)
    expect(isUniversal(nothing, TAG.null)).toBe(true)
    expect(asBits(bits)).toEqual({ bytes: hex('f0'), unusedBits: 4 })
    expect(isContext(explicit, 0) && asSmallInteger(children(explicit)[0])).toBe(2)
    expect(isContext(explicit, 1)).toBe(false)
    expect(isContext(implicit, 1) && asOctets(implicit)).toEqual(hex('abcd'))
    expect(asBoolean(no)).toBe(false)
  })

  test('a set is in the order of its bytes', () => {
    const encoded = write.set(write.integer(300), write.integer(5), write.integer(4))
    expect(asSet(readOne(encoded)).map(asSmallInteger)).toEqual([4, 5, 300])
  })
})

describe('known encodings', () => {
  test('the examples of X.690 and of common certificates', () => {
    expect(write.oid('1.2.840.113549')).toEqual(hex('06062a864886f70d'))
    expect(write.integer(-129)).toEqual(hex('0202ff7f'))
    expect(write.octets(Buffer.alloc(200)).subarray(0, 3)).toEqual(hex('0481c8'))
    expect(write.utcOrGeneralizedTime(new Date('1991-05-06T23:45:40Z'))).toEqual(Buffer.from('\x17\x0d910506234540Z', 'latin1'))
  })

  test('times with a zone, without seconds and with fractions', () => {
    const utc = (text: string): Date =>
      asTime(readOne(Buffer.concat([Buffer.from([TAG.utcTime, text.length]), Buffer.from(text)])))
    expect(utc('9105061645-0700')).toEqual(new Date('1991-05-06T23:45:00Z'))
    expect(utc('910506234540+0100')).toEqual(new Date('1991-05-06T22:45:40Z'))
    const text = '20240229123001.5Z'
    const generalized = Buffer.concat([Buffer.from([TAG.generalizedTime, text.length]), Buffer.from(text)])
    expect(asTime(readOne(generalized))).toEqual(new Date('2024-02-29T12:30:01Z'))
  })

  test('old string types', () => {
    expect(asText(readOne(hex('1403 47 fc 6e')))).toBe('Gün')
    expect(asText(readOne(hex('1c08 0001f600 00000041')))).toBe('😀A')
    expect(asText(readOne(hex('1203 312032')))).toBe('1 2')
    expect(asText(readOne(hex('1a01 41')))).toBe('A')
  })

  test('tag numbers above 30', () => {
    const node = readOne(hex('bf 8148 03 020105'))
    expect([node.tagClass, node.constructed, node.tag]).toEqual([2, true, 200])
    expect(asInteger(children(node)[0])).toBe(5n)
  })
})

describe('BER', () => {
  const constructedOctets = hex('24 80 04 02 0102 24 80 04 01 03 00 00 04 00 00 00')

  test('indefinite lengths, and octet strings in parts', () => {
    const node = readOne(hex('30 80 24 80 04 02 0102 24 80 04 01 03 00 00 04 00 00 00 02 01 07 00 00'), { ber: true })
    const [octets, number] = asSequence(node)
    expect(asOctets(octets)).toEqual(hex('010203'))
    expect(octets?.bytes).toEqual(constructedOctets)
    expect(asInteger(number)).toBe(7n)
  })

  test('lengths that are longer than needed', () => {
    expect(asInteger(readOne(hex('02 83000001 07'), { ber: true }))).toBe(7n)
  })

  test.each([
    ['an indefinite length', '30 80 00 00'],
    ['a length longer than needed', '02 8101 07'],
    ['an octet string in parts', '24 03 04 01 01'],
  ])('%s is refused in DER', (_, text) => {
    expect(() => asOctets(readOne(hex(text)))).toThrow(DerError)
  })

  test.each([
    ['without an end', '30 80 02 01 07'],
    ['with half an end', '30 80 02 01 07 00'],
    ['of a primitive element', '04 80 00 00'],
    ['with a foreign part', '24 80 02 01 07 00 00'],
  ])('an indefinite length %s is refused', (_, text) => {
    expect(() => asOctets(readOne(hex(text), { ber: true }))).toThrow(DerError)
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', ''],
    ['an identifier alone', '30'],
    ['bytes that follow', '0500 00'],
    ['a length beyond the end', '0405 0102'],
    ['a length of four gigabytes', '0484ffffffff 00'],
    ['a length of 126 bytes', `04fe${'ff'.repeat(126)}`],
    ['a tag number without end', '1fffffffffffff'],
    ['a tag number that begins with zero', '1f8001 00'],
  ])('%s', (_, text) => {
    expect(() => readOne(hex(text))).toThrow(DerError)
    expect(() => readOne(hex(text), { ber: true })).toThrow(DerError)
  })

  test.each([
    ['an empty integer', '0200', asInteger],
    ['an integer in parts', '2203 020101', asInteger],
    ['an integer where octets stand', '0401 01', asInteger],
    ['an integer above 2^53', '0208 7fffffffffffffff', asSmallInteger],
    ['a boolean of two bytes', '0102 ffff', asBoolean],
    ['an empty object identifier', '0600', asOid],
    ['an object identifier that is cut off', '0602 2a86', asOid],
    ['an object identifier with a leading zero', '0603 2a8001', asOid],
    ['bits without a first byte', '0300', asBits],
    ['eight unused bits', '0302 0800', asBits],
    ['unused bits of nothing', '0301 01', asBits],
    ['invalid UTF-8', '0c02 c328', asText],
    ['half a character', '1e03 004100', asText],
    ['a character that does not exist', '1c04 00110000', asText],
    ['a number as text', '0201 05', asText],
    ['a time of words', '1703 6e6f77', asTime],
    ['a thirtieth of February', `170d${Buffer.from('240230120000Z').toString('hex')}`, asTime],
    ['a twenty-fifth hour', `170d${Buffer.from('240228250000Z').toString('hex')}`, asTime],
    ['a local time', `180e${Buffer.from('20240228120000').toString('hex')}`, asTime],
    ['a set as sequence', '3100', asSequence],
    ['a sequence as set', '3000', asSet],
  ])('%s', (_, text, read: (node: ReturnType<typeof readOne>) => unknown) => {
    expect(() => read(readOne(hex(text)))).toThrow(DerError)
  })

  test('what is not there', () => {
    for (const read of [asInteger, asOctets, asText, asTime, asSequence]) expect(() => read(undefined)).toThrow(DerError)
  })

  test('elements nested too deep, definite and indefinite', () => {
    let nested = write.nullValue()
    for (let level = 0; level < 40; level++) nested = write.sequence(nested)
    const descend = (node: ReturnType<typeof readOne>): void => {
      for (const child of asSequence(node)) descend(child)
    }
    expect(() => descend(readOne(nested))).toThrow(/too deep/)
    expect(() => readOne(hex('3080'.repeat(100_000)), { ber: true })).toThrow(/too deep/)
    expect(() => readOne(write.sequence(write.nullValue()), { maxDepth: 1 })).not.toThrow()
    expect(() => children(readOne(write.sequence(write.nullValue()), { maxDepth: 1 }))).toThrow(/too deep/)
  })

  test('more elements than anybody needs', () => {
    expect(() => children(readOne(write.sequence(Buffer.alloc(200_000))))).toThrow(/too many/)
  })
})

test('an element within ends where what holds it does, though there are bytes behind', () => {
  const behind = 'ff'.repeat(300)
  for (const within of ['04 04 01 02', '04 82 01 00', '04', '1f 81', '30 80 04 00']) {
    const bytes = hex(within)
    const outer = readFirst(Buffer.concat([Buffer.from([0x30, bytes.length]), bytes, hex(behind)]), { ber: true })
    expect(() => children(outer)).toThrow(DerError)
  }
})

test('the first element is read whatever follows', () => {
  expect(readFirst(hex('020107 ffff')).bytes).toEqual(hex('020107'))
})

test('any bytes give nodes or a DerError', () => {
  const seed = write.sequence(
    write.oid('1.2.3'),
    write.octets(write.sequence(write.integer(1), write.utf8('x'))),
    write.context(0, write.set(write.boolean(true), write.utcOrGeneralizedTime(new Date(0)))),
  )
  const walk = (node: ReturnType<typeof readOne>): void => {
    for (const read of [asInteger, asOid, asOctets, asBits, asText, asTime, asBoolean]) attempt(() => read(node))
    if (node.constructed) attempt(() => children(node).forEach(walk))
  }
  let refused = 0
  const attempt = (action: () => unknown): void => {
    try {
      action()
    } catch (error) {
      expect(error).toBeInstanceOf(DerError)
      refused++
    }
  }
  for (let at = 0; at < seed.length; at++) {
    for (const value of [0x00, 0x01, 0x1f, 0x24, 0x30, 0x7f, 0x80, 0x84, 0xff]) {
      const changed = Buffer.from(seed)
      changed[at] = value
      for (const ber of [false, true]) attempt(() => walk(readOne(changed, { ber })))
    }
    attempt(() => walk(readOne(seed.subarray(0, at))))
  }
  expect(refused).toBeGreaterThan(seed.length)
})
