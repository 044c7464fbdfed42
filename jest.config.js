/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tools/jest/types.js' },
  testSequencer: '<rootDir>/tools/jest/order.js',
  reporters: ['default', '<rootDir>/tools/jest/skipped.js'],
  coverageProvider: 'babel',
  collectCoverageFrom: ['src/**/*.ts', 'emulator/**/*.ts'],
  // Two files at a time on two cores: most tests wait for processes and servers of their own.
  maxWorkers: '100%',
  testTimeout: 60_000,
}
