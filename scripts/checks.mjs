import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { binary, root, run } from './run.mjs'
import { say } from './say.mjs'

/** The rooms that the arrows are checked in. */
const ROOMS = ['app', 'bench', 'client', 'components', 'content', 'domain', 'e2e', 'server', 'proxy.ts']

/** Fewer modules than this, and the check of the arrows has looked at nothing: it would be content with that. */
const MODULES = 100

const ESLINT = ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/']

/** What is checked without running the application: each answers whether it passed, and what it said. */
const CHECKS = {
  format: () => tool('prettier', ['--check', '.', '--log-level', 'warn', '--cache']),
  arrows,
  types,
  lint: () => tool('eslint', ESLINT),
}

/** Runs all checks at once, since each uses one core. Answers their names and counts, as the runners of tests do. */
export async function runChecks() {
  return Promise.all(
    Object.entries(CHECKS).map(async ([name, check]) => {
      const started = performance.now()
      const { code, output } = await check()
      const seconds = Math.round((performance.now() - started) / 1000)
      say(`  ${name}: ${code === 0 ? 'passed' : 'failed'} in ${seconds} s${output.trim() && `\n${output.trimEnd()}`}`)
      return { name, passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
    }),
  )
}

/** The types of routes are made from the files that are there now; those of a page that has gone would be an error. */
async function types() {
  rmSync(join(root, '.next', 'dev', 'types'), { recursive: true, force: true })
  const { code, output } = await tool('next', ['typegen'])
  return code === 0 ? tool('tsc', ['--noEmit'], 'typescript') : { code, output }
}

/** The arrows between the rooms, and what reaches the browser through them. */
async function arrows() {
  const rooms = ROOMS.filter((room) => existsSync(join(root, room)))
  const results = [
    await cruise(rooms, '.dependency-cruiser.mjs', MODULES),
    await cruise(['components', 'client'], '.dependency-cruiser.browser.mjs', MODULES / 4),
  ]
  return { code: Math.max(...results.map(({ code }) => code)), output: results.map(({ output }) => output).join('') }
}

async function cruise(rooms, config, least) {
  const { code, output } = await tool('depcruise', [...rooms, '--config', config], 'dependency-cruiser')
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
  if (modules >= least) return { code, output: code === 0 ? '' : output }
  return { code: 1, output: `${output}\nOnly ${modules} modules were looked at: something is wrong with ${config}.` }
}

const tool = (command, args, from = command) =>
  run(process.execPath, [binary(from, command), ...args], { quiet: true, env: { FORCE_COLOR: '0' } })
