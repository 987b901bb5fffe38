import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** What no part of the product does: reach a network, keep something in the browser, run text as code. */
const nowhere = [
  'eval',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
];

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/', 'release/'] },
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-globals': ['error', ...nowhere],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ...hooks.configs.flat['recommended'],
  },
  {
    // Only the bridge knows how a call leaves the page.
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/lib/bridge.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', ...nowhere],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'kiosk' },
        { object: 'window', property: 'fetch' },
      ],
    },
  },
  {
    // Services run without a page; the logger is the only one that writes of its own accord.
    files: ['electron/services/**/*.ts', 'electron/contract/**/*.ts', 'electron/db/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'window', 'document', ...nowhere],
      'no-console': 'error',
    },
  },
  {
    // Tests try what the product may not do.
    files: ['tests/**/*.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
);
