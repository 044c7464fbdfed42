import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import { laws } from './tools/laws.ts'

/** Of crypto a pure folder uses no randomness, makes no keys and signs nothing. */
const IMPURE_CRYPTO = ['randomBytes', 'randomUUID', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues', 'webcrypto']
const KEY_MAKING = ['generateKey', 'generateKeySync', 'generateKeyPair', 'generateKeyPairSync', 'sign', 'createSign']

/** The laws of the house as lint rules: which folder may import which (`tools/laws.ts` is the one list). */
const lawRules = laws.map(({ folder, forbids, reason, pure }) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: pure ? [{ name: 'node:crypto', importNames: [...IMPURE_CRYPTO, ...KEY_MAKING], message: reason }] : [],
        patterns: forbids.map((regex) => ({ regex, message: reason })),
      },
    ],
    'no-restricted-globals': pure ? ['error', 'process', 'fetch', 'setTimeout', 'performance'] : 'off',
    'no-restricted-properties': pure
      ? ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }]
      : 'off',
  },
}))

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'coverage/', 'node_modules/', '**/*.d.ts', 'bench/node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Text from an instance or a file is searched for control characters on purpose.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['__tests__/**/*.ts', 'tools/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // The asymmetric matchers of jest are typed `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: ['**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly' } } },
  ...lawRules,
)
