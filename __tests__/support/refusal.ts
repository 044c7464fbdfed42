import { CodedError } from '../../src/errors.ts'

/** The coded error that an action throws; any other error, and none, is thrown on as a failure of the test. */
export function refusal(action: () => unknown): CodedError {
  try {
    action()
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
