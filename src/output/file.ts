/** A file to be written below the output directory; `path` has `/` between its parts. Public material only. */
export interface OutputFile {
  readonly path: string
  readonly bytes: Buffer
  /** Text of our own making: it passes through the redactor. Certificates are written as they are. */
  readonly isText: boolean
}
