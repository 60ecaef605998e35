import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findBrowser } from './browser.mjs'
import { binary, root, run } from './run.mjs'
import { step } from './say.mjs'
import { withTestServer } from './test-server.mjs'

/** Runs a project of Vitest. Answers its name and counts, and what failed. */
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
  const { numPassedTests, numFailedTests, numPendingTests, testResults = [] } = read(file) ?? {}
  const red = testResults.flatMap(({ name: path, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative(root, path)}: ${fullName}`),
  )
  return count({ name, code, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, red })
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
  const { stats = {}, suites = [] } = read(file) ?? {}
  const { expected = 0, unexpected, flaky = 0, skipped } = stats
  const red = suites.flatMap(redSpecs)
  return { ...count({ name, code, passed: expected + flaky, failed: unexpected, skipped, red }), flaky }
}

/** The journeys in a suite and its suites that failed, also those that passed when they were tried again. */
function redSpecs({ specs = [], suites = [] }) {
  const red = specs.filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
  return [...red.map(({ file, line, title }) => `${file}:${line}: ${title}`), ...suites.flatMap(redSpecs)]
}

/** A runner that fails without a failed test (a file that can't be loaded, a crash) counts as one failure. */
function count({ name, code, passed = 0, failed = 0, skipped = 0, red }) {
  return { name, passed, failed: code === 0 ? failed : Math.max(failed, 1), skipped, red }
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
