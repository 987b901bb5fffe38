import path from 'node:path';
import { defineConfig } from '@playwright/test';

/** One suite, two hosts: the browser host in Chromium, and Electron. */
export default defineConfig({
  testDir: path.join(import.meta.dirname, 'e2e'),
  outputDir: path.join(import.meta.dirname, '../test-results'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: true,
  retries: 0,
  projects: [{ name: 'browser-host' }, { name: 'electron' }],
});
