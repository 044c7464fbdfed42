import { ERRORS, type ErrorCode } from './errors.ts'

/** Hints of the table that speak of the step of a workflow, as they are at a terminal. */
const HERE: Partial<Record<ErrorCode, string>> = {
  'input.invalid': 'correct the flag of that name, or the variable SERVICENOW_MTLS_… where it was given so',
  'spec.not-found': 'name the file with `--spec`; it is relative to the folder in which the command runs',
  'spec.environment': 'name one of the keys of `environments` with `--environment`',
  'value.secret-missing': 'set the environment variable of that name',
  'value.file': 'it has to be inside the folder in which the command runs; the path is relative to the spec',
  'instance.untrusted-host':
    'check its spelling: instances of ServiceNow are at *.service-now.com; another host that is meant is named with `--instance-url` or `--allowed-hosts`',
  'issuer.untrusted-host': 'name the host with `--allowed-hosts`; that an instance is there is not enough',
  'issuer.identity': 'only a job of GitHub with `permissions: id-token: write` has one; give the issuer a `token`',
}

/** With the hint for a terminal, where the hint is that of the table and speaks of a workflow. */
export function atTerminal<P extends { readonly code: ErrorCode; readonly hint: string }>(problem: P): P {
  const hint = HERE[problem.code]
  return hint === undefined || problem.hint !== ERRORS[problem.code].hint ? problem : { ...problem, hint }
}
