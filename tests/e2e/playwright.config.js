// @ts-check
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

if (!process.env.CHROMIUM) {
  throw new Error('the variable CHROMIUM must hold the path of the browser; `cargo xtask test` sets it');
}

// `cargo xtask test` gives a port that is free; the number here is for runs by hand.
const port = Number(process.env.WATER_LEDGER_PORT ?? 41739);

export default defineConfig({
  testDir: '.',
  outputDir: '../../target/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may stall; a test that passes only the second time is named as flaky in the closing lines.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    // Each test sees the host's own answers; what is kept for later visits has tests of its own.
    serviceWorkers: 'block',
    actionTimeout: 8_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `cargo xtask serve --built --port ${port}`,
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
