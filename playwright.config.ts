import { defineConfig, devices } from '@playwright/test'

const executablePath = process.env.ASSAY_CHROMIUM

/** What lets a system's Chromium run as root and without reaching for the network. */
const QUIET = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

export default defineConfig({
  testDir: 'e2e',
  // An installation is claimed once, while nobody has an account: that comes before everything else.
  projects: [
    { name: 'set-up', testMatch: 'set-up.spec.ts' },
    { name: 'everything', testIgnore: 'set-up.spec.ts', dependencies: ['set-up'] },
  ],
  fullyParallel: true,
  forbidOnly: process.env.CI === 'true',
  workers: 2,
  // On the one machine whose verdict counts, what fails is tried once more; the summary names how many needed it.
  retries: process.env.CI === 'true' ? 1 : 0,
  // A limit against hanging, not a measure: on a slow machine the longest journeys take more than a minute.
  timeout: process.env.CI === 'true' ? 180_000 : 90_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { args: QUIET, ...(executablePath ? { executablePath } : {}) },
  },
})
