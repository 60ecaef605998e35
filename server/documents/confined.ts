import { realpathSync } from 'node:fs'
import { join } from 'node:path'

/** Node's own confinement, by the name that this version has for it; none has both. */
const FLAG = ['--permission', '--experimental-permission'].find((flag) => process.allowedNodeEnvironmentFlags.has(flag))

/**
 * Arguments by which Node lets a process read its own program and nothing else: it can't write, start processes or
 * threads, or load native code, whatever it is made to run. Empty where this Node knows of no such thing.
 */
export function confined(): string[] {
  const root = realpathSync(/* turbopackIgnore: true */ process.cwd())
  const readable = [join(root, 'build', 'convert'), join(root, 'node_modules', 'pdfjs-dist', 'cmaps')]
  return FLAG ? [FLAG, '--no-warnings', ...readable.map((folder) => `--allow-fs-read=${folder}/`)] : []
}

/** The program of the importer's process, as the build made it. */
export const childEntry = (): string =>
  join(realpathSync(/* turbopackIgnore: true */ process.cwd()), 'build', 'convert', 'convert-child.mjs')
