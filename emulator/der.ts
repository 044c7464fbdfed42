/**
 * Enough of BER to look into certificates' containers: PKCS#12 may have indefinite lengths and strings in pieces. Every length is
 * checked against the bytes there are.
 */
export interface DerNode {
  readonly tag: number
  readonly content: Buffer
  /** Header and content, and the mark of the end where the length is indefinite. */
  readonly whole: Buffer
}

const CONSTRUCTED = 0x20
const DEEPEST = 32

function read(bytes: Buffer, at: number, depth: number): DerNode {
  if (depth > DEEPEST) throw new RangeError('values are nested too deeply')
  const tag = bytes.readUInt8(at)
  const first = bytes.readUInt8(at + 1)
  if (first === 0x80) {
    let end = at + 2
    while (bytes.readUInt16BE(end) !== 0) end += read(bytes, end, depth + 1).whole.length
    return { tag, content: bytes.subarray(at + 2, end), whole: bytes.subarray(at, end + 2) }
  }
  const more = first < 0x80 ? 0 : first & 0x7f
  if (more > 4) throw new RangeError('length is out of range')
  const start = at + 2 + more
  const end = start + (more === 0 ? first : bytes.readUIntBE(at + 2, more))
  if (end > bytes.length) throw new RangeError('value is longer than its container')
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) }
}

/**
 * The values that follow one another in the bytes.
 * @throws RangeError when a length does not fit.
 */
export function derNodes(bytes: Buffer): DerNode[] {
  const nodes: DerNode[] = []
  for (let at = 0; at < bytes.length; at += nodes.at(-1)?.whole.length ?? 0) nodes.push(read(bytes, at, 0))
  return nodes
}

/** The bytes of an octet string, put together where it comes in pieces. */
export function derOctets(node: DerNode): Buffer {
  return (node.tag & CONSTRUCTED) === 0 ? node.content : Buffer.concat(derNodes(node.content).map(derOctets))
}

/** The one value that the bytes begin with. */
export function derNode(bytes: Buffer): DerNode {
  const [node] = derNodes(bytes)
  if (node === undefined) throw new RangeError('value is missing')
  return node
}

/** The n-th value inside a constructed one. */
export function child(node: DerNode, index: number): DerNode {
  const found = derNodes(node.content)[index]
  if (found === undefined) throw new RangeError('value is missing')
  return found
}

/** An object identifier in dotted form. */
export function derOid(node: DerNode): string {
  const arcs: number[] = []
  let arc = 0
  for (const byte of node.content) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first = 0, ...rest] = arcs
  const top = Math.min(Math.floor(first / 40), 2)
  return [top, first - top * 40, ...rest].join('.')
}

/** A small positive integer. */
export function derInteger(node: DerNode): number {
  if (node.content.length === 0 || node.content.length > 5) throw new RangeError('integer is out of range')
  return node.content.readUIntBE(0, node.content.length)
}
