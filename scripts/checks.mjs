import { binary, run } from './run.mjs'

/** The rooms that the arrows are checked in. */
const ROOMS = ['app', 'bench', 'client', 'components', 'content', 'domain', 'e2e', 'server', 'proxy.ts']

/** The fast checks, in the order in which they fail soonest: each a name and what runs. */
export const CHECKS = [
  ['Format', () => node('prettier', ['--check', '.', '--log-level', 'warn'])],
  ['Arrows', arrows],
  ['Types', () => node('tsc', ['--noEmit'], 'typescript')],
  [
    'Lint',
    () => node('eslint', ['.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/']),
  ],
]

export const node = async (command, args, name = command) =>
  (await run(process.execPath, [binary(name, command), ...args])).code === 0

/** The cruiser is content when it finds nothing to look at; we are not. */
async function arrows() {
  const { code, output } = await run(
    process.execPath,
    [binary('dependency-cruiser', 'depcruise'), ...ROOMS, '--config', '.dependency-cruiser.mjs'],
    { quiet: true },
  )
  process.stdout.write(output)
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0)
  if (modules < 100)
    process.stdout.write(
      `The arrows were checked in ${modules} modules only: something is wrong with the check itself.\n`,
    )
  return code === 0 && modules >= 100
}
