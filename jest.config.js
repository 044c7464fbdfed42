/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  coverageProvider: 'babel',
  collectCoverageFrom: ['src/**/*.ts', 'emulator/**/*.ts'],
  testTimeout: 60_000,
}
