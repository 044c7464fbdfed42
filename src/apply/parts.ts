/**
 * A step in its parts. What is looked at before a write may be asked while it is looked what became of the write before; what is written
 * waits for both.
 */
export interface Parts {
  /** What the write rests on; `done` where nothing is to be written. @throws CodedError */
  readonly look?: () => Promise<'go' | 'done'>
  /**
   * Looks at its own answer before it returns (contract 4.8).
   * @param written told of each of several writes that is done
   * @throws CodedError where the instance refuses or stored something else
   */
  readonly write?: (written: () => void) => Promise<unknown>
  /** Whether something else was changed meanwhile, so that nothing may rest on this write. @throws CodedError */
  readonly after?: () => Promise<unknown>
}
