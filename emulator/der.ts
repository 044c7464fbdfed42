/** Enough of DER to look into certificates' containers; definite lengths only. Every length is checked against the bytes there are. */
export interface DerNode {
  readonly tag: number
  readonly content: Buffer
  /** Header and content. */
  readonly whole: Buffer
}

/**
 * The values that follow one another in the bytes.
 * @throws RangeError when a length does not fit.
 */
export function derNodes(bytes: Buffer): DerNode[] {
  const nodes: DerNode[] = []
  for (let at = 0; at < bytes.length;) {
    const tag = bytes.readUInt8(at)
    const first = bytes.readUInt8(at + 1)
    const more = first < 0x80 ? 0 : first & 0x7f
    if (first === 0x80 || more > 4) throw new RangeError('length is not definite')
    const start = at + 2 + more
    const length = more === 0 ? first : bytes.readUIntBE(at + 2, more)
    if (start + length > bytes.length) throw new RangeError('value is longer than its container')
    nodes.push({ tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) })
    at = start + length
  }
  return nodes
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
