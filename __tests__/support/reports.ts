import type { CertificateSummary, Change, Plan } from '../../src/plan/model.ts'
import type { Report } from '../../src/report/words.ts'

/** A report of a plan, as big and as odd as a test needs it. */

export function certificate(name: string, wish: Partial<CertificateSummary> = {}): CertificateSummary {
  return {
    name,
    kind: 'keystore',
    subject: `CN=${name}`,
    issuer: 'CN=Acme Issuing CA,O=Acme',
    serialNumber: '01',
    fingerprint256: Array(32).fill('AB').join(':'),
    notBefore: '2026-01-01T00:00:00Z',
    notAfter: '2026-12-01T00:00:00Z',
    daysRemaining: 183,
    files: [],
    ...wish,
  }
}

export function change(item: string, wish: Partial<Change> = {}): Change {
  return {
    item,
    kind: 'create',
    table: 'sys_certificate',
    name: item,
    sysId: null,
    reason: 'missing',
    columns: [{ column: 'name', from: null, to: item }],
    contentHash: null,
    dependsOn: [],
    steps: [],
    notes: [],
    ...wish,
  }
}

export function report(wish: Partial<Report> & { readonly changes?: readonly Change[] } = {}): Report {
  const { changes = [], ...rest } = wish
  const certificates = wish.certificates ?? []
  const plan: Plan = {
    format: 1,
    environment: 'dev',
    instance: 'https://acmedev.service-now.com',
    depth: 'full',
    changes,
    unchanged: [],
    blocked: [],
    certificates,
    problems: [],
    digest: `sha256:${'0'.repeat(64)}`,
  }
  return {
    command: 'plan',
    writes: false,
    environment: 'dev',
    depth: 'full',
    certificates,
    plan,
    wiring: { messages: [], profiles: [] },
    names: new Map(),
    keystores: [],
    counts: { create: changes.length, update: 0, rotate: 0, delete: 0, unchanged: 0 },
    outcomes: new Map(),
    problems: [],
    failed: false,
    ...rest,
  }
}
