import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { binary, run } from './run.mjs'
import { step } from './say.mjs'
import { withTestServer } from './test-server.mjs'

/** Runs a project of Vitest. Answers its name and counts. */
export async function vitest(project, reports) {
  const name = `${project} tests`
  const file = join(reports, `${project}.json`)
  const code = await step(name, () =>
    start('vitest', [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  )
  const { numPassedTests, numFailedTests, numPendingTests } = read(file) ?? {}
  return count({ name, code, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests })
}

/** Runs the journeys in a browser against the production build, served as `npm start` serves it. */
export async function endToEnd(reports) {
  const name = 'end-to-end tests'
  const file = join(reports, 'e2e.json')
  const browser = await findBrowser()
  const code = await step(name, () =>
    withTestServer((env) =>
      start('playwright', ['test', '--reporter=list,json'], {
        package: '@playwright/test',
        env: { ...env, ASSAY_CHROMIUM: browser ?? '', PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      }),
    ),
  )
  const { expected, unexpected, flaky, skipped } = read(file)?.stats ?? {}
  return { ...count({ name, code, passed: (expected ?? 0) + (flaky ?? 0), failed: unexpected, skipped }), flaky }
}

/** A runner that fails without a failed test (a file that can't be loaded, a crash) counts as one failure. */
function count({ name, code, passed = 0, failed = 0, skipped = 0 }) {
  return { name, passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped }
}

async function start(command, args, { package: from = command, env = {} } = {}) {
  const { code } = await run(process.execPath, [binary(from, command), ...args], { env })
  return code
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null // the runner ended before it could report
  }
}
