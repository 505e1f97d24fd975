import functional from 'eslint-plugin-functional';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'docs/api/', 'docs/.vitepress/', '**/node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.tools.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    // Loops and local mutation are how numbers are crunched; what a caller could see of them is not allowed.
    files: ['src/**/*.ts'],
    plugins: { functional },
    rules: {
      // No noUncheckedIndexedAccess here: a check or an assertion after an index says more than the types know.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      'functional/no-classes': 'error',
      'functional/no-this-expressions': 'error',
      'functional/no-throw-statements': 'error',
      'functional/no-promise-reject': 'error',
      'functional/prefer-property-signatures': 'error',
      'no-param-reassign': ['error', { props: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'Program > VariableDeclaration[kind!="const"]', message: 'A module has no state.' },
        { selector: 'Program > ExportNamedDeclaration > [kind="let"]', message: 'A module has no state.' },
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Take an Rng.' }],
      'no-restricted-globals': ['error', 'Date', 'performance', 'crypto', 'console', 'process', 'globalThis'],
    },
  },
  {
    // A kernel may write to the arrays that another kernel made for it.
    files: ['src/numeric/**/*.ts'],
    rules: { 'no-param-reassign': ['error', { props: false }] },
  },
);
