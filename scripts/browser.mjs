import { existsSync } from 'node:fs'
import { run, runPackage } from './run.mjs'
import { say, step, Stop } from './say.mjs'

const SYSTEM = [
  ...[
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A browser for the tests: Playwright's own, else one of the system, else it is installed. Answers the path of a system
 * browser, or null for Playwright's own.
 */
export async function findBrowser() {
  const named = process.env.ASSAY_CHROMIUM
  if (named) return named
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return null
  const found = () => SYSTEM.find((path) => existsSync(path))
  if (found()) return found()
  const installed = await step('Installing a browser for the tests', async () => {
    const own = await runPackage('playwright', ['install', 'chromium'], { package: '@playwright/test', quiet: true })
    return own.code === 0
  })
  if (installed) return null
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('  Playwright could not download its browser; trying the system’s packages.')
    await run('apt-get', ['update', '-qq'], { quiet: true })
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true })
    if (found()) return found()
  }
  throw new Stop(
    'No browser for the end-to-end tests. Install Chromium or Chrome (Debian and Ubuntu: sudo apt-get install chromium), or set ASSAY_CHROMIUM to its path, and run npm test again.',
  )
}
