/** What a keystore that opens with its password holds. */
export interface Opened {
  readonly privateKeys: number
  /** The end entity certificate of the first private key, DER, where it could be read. */
  readonly leaf: Buffer | undefined
}

/** A keystore that does not open; the message says why. */
export class Unopened extends Error {}
