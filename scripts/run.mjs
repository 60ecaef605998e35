import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The file that a package's command runs, so that it can be started with this very Node and without a shell. */
export function binary(packageName, name = packageName) {
  const require = createRequire(join(root, 'package.json'))
  const folder = join(root, 'node_modules', packageName)
  const { bin } = require(join(folder, 'package.json'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}

/**
 * Runs a command to its end. With `quiet` its output is kept back and given only when it fails.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, quiet = false, cwd = root, ...rest } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      ...rest,
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a package's command with this Node. */
export const runPackage = (name, args, options = {}) =>
  run(process.execPath, [binary(options.package ?? name, name), ...args], options)
