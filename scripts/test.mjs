import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, buildApart, checkNode, generate, install } from './prepare.mjs'
import { main, say, step } from './say.mjs'

/**
 * `npm test`: everything; `npm run check` (--fast): what takes under a minute. Ends with the runners' own counts, and
 * with their sum on the last line, in which a check that is no test (format, types…) counts once if it fails.
 */
await main(async () => {
  const fast = process.argv.includes('--fast')
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
  checkNode()
  await install()
  await generate()
  await buildApart()
  const { runChecks } = await import('./checks.mjs')
  const { endToEnd, vitest } = await import('./runners.mjs')
  const reports = mkdtempSync(join(tmpdir(), 'assay-reports-'))
  process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

  const results = await step('Format, arrows, types, lint', runChecks)
  results.push(await vitest('unit', reports))
  if (!fast) {
    results.push(await vitest('service', reports))
    await build()
    results.push(await endToEnd(reports))
  }
  report(results)
})

function report(results) {
  const sum = (key) => results.reduce((total, each) => total + each[key], 0)
  const red = results.filter(({ failed }) => failed > 0)
  say('')
  for (const { name, passed, failed, skipped, flaky = 0, red: tests = [] } of results) {
    const again = flaky > 0 ? ` (${flaky} of them only when tried again)` : ''
    if (passed + failed + skipped > 0) say(`  ${name}: ${passed} passed${again}, ${failed} failed, ${skipped} skipped`)
    for (const test of tests) say(`    ✗ ${test}`)
  }
  if (red.length > 0) say(`  Not everything passed: ${red.map(({ name }) => name).join(', ')}. See above.`)
  say(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = red.length > 0 ? 1 : 0
}
