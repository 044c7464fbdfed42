/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  // TypeScript rewrites `./name.ts` to `./name.js` in what it emits; the file on disk keeps its own name.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  reporters: ['default', '<rootDir>/tools/skipped.js'],
  coverageProvider: 'babel',
  collectCoverageFrom: ['src/**/*.ts', 'emulator/**/*.ts'],
  // Two files at a time on two cores: most tests wait for processes and servers of their own.
  maxWorkers: '100%',
  testTimeout: 60_000,
}
