import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirection } from './scripts/lint/import-direction.mjs';

export default defineConfig(
  {
    ignores: [
      '**/{build,dist,coverage,generated,.turbo,.data}/**',
      '**/graphql-env.d.ts',
      'apps/web/public/**',
      '**/*.timestamp-*.mjs',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.mjs'], defaultProject: 'tsconfig.json' },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Blind to what a closure changes, and to what data from outside can be.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Methods of Yoga, Kysely and Temporal are handed over as they are; ours use no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Spreading a text into code points is what digits, bigrams and masks need.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
    },
  },
  {
    files: ['apps/web/app/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A dialog, a palette and the sign-in page put the focus where the next key belongs (WCAG 2.4.3).
      // What scrolls by itself has to be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['group', 'tabpanel'] }],
      'jsx-a11y/no-autofocus': 'off',
      // A grid's keys are handled by the grid and a panel's by the panel, as the ARIA patterns have it; axe checks the pages.
      'jsx-a11y/click-events-have-key-events': 'off',
      'jsx-a11y/no-noninteractive-element-interactions': 'off',
      // Errors thrown to Remix's boundary are responses.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  ...importDirection,
  {
    files: [
      'scripts/**',
      'e2e/**',
      '**/testing/**',
      '**/*.config.{ts,mjs}',
      '**/build*.mjs',
      'prisma/{migrate,found}.ts',
      'prisma/seed/**',
      '{proof,bench}/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // Scripts run before anything is installed, so their types are JSDoc, which can't narrow what JSON and catches hold.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
);
