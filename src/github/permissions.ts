/** What the token of a job must be allowed for what is shown on GitHub; nothing else is asked of it. */
export const PERMISSIONS = {
  comment: 'pull-requests: write',
  issue: 'issues: write',
  deployment: 'deployments: write',
} as const

/** Commands that say nothing of what a pull request changes. */
export const WITHOUT_COMMENT: readonly string[] = ['targets', 'doctor', 'export']
