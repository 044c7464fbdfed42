import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the young generation of V8's memory as large as it is. On a machine with much memory it doubles up to 128 MiB while
 * a thousand keystores are opened one after the other, most of which is what was needed for a moment; collecting that more
 * often costs no more time. A V8 that does not know the flag passes over it.
 */
export function keepYoungMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
