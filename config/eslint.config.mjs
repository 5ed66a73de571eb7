import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Where outside data is turned into our types, a cast may be the honest word for it. */
const boundaries = ['main/edge/**', 'main/kernel/handlers.ts', 'main/kernel/intake.ts'];

const noCasts = [
  {
    selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
    message: 'No casts outside edge/, handlers.ts and intake.ts: parse, narrow, or fix the type.',
  },
  { selector: 'TSTypeAssertion', message: 'No casts: parse, narrow, or fix the type.' },
];

export default defineConfig(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'test-results/**', 'resources/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ...tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `void promise` and `() => void (…)` say "on purpose".
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...noCasts],
      // Sizes are aims: these warn and never stop.
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['warn', 3],
      'max-depth': ['warn', 3],
    },
  },
  { files: boundaries, rules: { 'no-restricted-syntax': 'off' } },
  {
    // A describe block is as long as its story.
    files: ['**/*.{test,spec}.{ts,tsx}', 'tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Playwright reads what a fixture needs from the names in its first parameter, also where it needs none.
    files: ['tests/e2e/**/*.ts', 'tests/support/*Test.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    files: ['config/**/*.{mjs,cjs,js}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        module: 'writable',
        AbortSignal: 'readonly',
      },
    },
  },
);
