import { createSecretSource } from '../../src/values/secrets-input.ts'
import { refusal } from '../support/refusal.ts'

describe('where a secret comes from', () => {
  const environment = { ONLY_HERE: 'environment', BOTH: 'environment', EMPTY: '', EMPTY_THERE: 'environment', PATH: '/bin' }
  const input = JSON.stringify({ BOTH: 'input', ONLY_THERE: 'input', EMPTY_THERE: '', ALSO_EMPTY: '', __proto__x: 'x' })

  test.each([
    ['ONLY_HERE', 'environment'],
    ['ONLY_THERE', 'input'],
    ['BOTH', 'input'],
    ['EMPTY_THERE', 'environment'],
    ['EMPTY', undefined],
    ['ALSO_EMPTY', undefined],
    ['NOWHERE', undefined],
    ['toString', undefined],
    ['__proto__', undefined],
  ])('%s: %s', (name, value) => {
    expect(createSecretSource(input, environment).get(name)).toBe(value)
  })

  test.each(['', '  \n'])('an empty input leaves the environment (%j)', (empty) => {
    expect(createSecretSource(empty, environment).get('BOTH')).toBe('environment')
  })
})

describe('an input that is no JSON object of texts is refused, and not repeated', () => {
  test.each([
    ['{"A": "hunter2', 'input secrets: is not JSON'],
    ['hunter2', 'input secrets: is not JSON'],
    ['"hunter2"', 'input secrets: is not a JSON object'],
    ['["hunter2"]', 'input secrets: is not a JSON object'],
    ['null', 'input secrets: is not a JSON object'],
    ['{"A": {"B": "hunter2"}}', 'input secrets: the value of A is not text'],
    ['{"A": 5}', 'input secrets: the value of A is not text'],
    ['{"A": null}', 'input secrets: the value of A is not text'],
  ])('%s', (input, message) => {
    const error = refusal(() => createSecretSource(input, {}))
    expect(error).toMatchObject({ code: 'input.invalid', message })
    expect(`${error.message} ${error.hint} ${String(error.cause)}`).not.toContain('hunter2')
  })
})
