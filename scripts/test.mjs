import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, buildChild, checkNode, generate, install } from './prepare.mjs'
import { root } from './run.mjs'
import { main, say, step, Stop } from './say.mjs'

/**
 * `npm test`: everything; `npm run check` (--fast): what takes under a minute. Ends with the runners' own counts, and
 * with their sum on the last line.
 */
await main(async () => {
  const fast = process.argv.includes('--fast')
  checkNode()
  await install()
  await generate()
  await buildChild()
  const { CHECKS, node } = await import('./checks.mjs')
  const failed = []
  for (const [name, check] of CHECKS) if (!(await step(name, check))) failed.push(name)

  const reports = mkdtempSync(join(tmpdir(), 'assay-reports-'))
  const vitest = async (name) => {
    const file = join(reports, `${name}.json`)
    const passed = await step(`${name} tests`, () =>
      node('vitest', ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
    )
    if (!passed) failed.push(`${name} tests`)
    return countsOfVitest(file)
  }
  const counts = [await vitest('unit')]
  if (!fast) {
    counts.push(await vitest('service'))
    counts.push(await endToEnd(reports, failed))
  }
  rmSync(reports, { recursive: true, force: true })
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0)
  if (failed.length > 0) say(`\nFailed: ${failed.join(', ')}`)
  say(
    `\n${sum('passed')} passed, ${sum('failed') + (sum('failed') === 0 ? failed.length : 0)} failed, ${sum('skipped')} skipped`,
  )
  if (failed.length > 0) throw new Stop('Not everything passed; see above.')
})

async function endToEnd(reports, failed) {
  const { findBrowser } = await import('./browser.mjs')
  const { withTestServer } = await import('./test-server.mjs')
  const { binary, run } = await import('./run.mjs')
  const browser = await findBrowser()
  await build()
  const file = join(reports, 'e2e.json')
  const passed = await step('End-to-end tests', () =>
    withTestServer(async (env) => {
      Object.assign(process.env, env, { ASSAY_CHROMIUM: browser ?? '', PLAYWRIGHT_JSON_OUTPUT_NAME: file })
      const { code } = await run(
        process.execPath,
        [binary('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
        { cwd: root },
      )
      return code === 0
    }),
  )
  if (!passed) failed.push('end-to-end tests')
  return countsOfPlaywright(file)
}

function countsOfVitest(file) {
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = read(file) ?? {}
  return { passed: passed ?? 0, failed: failed ?? 1, skipped: skipped ?? 0 }
}

function countsOfPlaywright(file) {
  const { expected, unexpected, flaky, skipped } = read(file)?.stats ?? {}
  return { passed: expected ?? 0, failed: (unexpected ?? 1) + (flaky ?? 0), skipped: skipped ?? 0 }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null // the runner ended before it could report; that counts as one failure
  }
}
