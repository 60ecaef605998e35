/** A reason not to go on, in one sentence for the person at the terminal. The process ends with code 1. */
export class Stop extends Error {}

/** Prints one step of the work and how long it took. */
export async function step(name, work) {
  const started = performance.now()
  process.stdout.write(`  ${name} …\n`)
  const result = await work()
  const seconds = (performance.now() - started) / 1000
  if (seconds > 1) process.stdout.write(`  ${name}: done in ${seconds.toFixed(0)} s\n`)
  return result
}

export const say = (text) => process.stdout.write(`${text}\n`)

/** Runs a script's main function: a Stop is one sentence on standard error, anything else a bug with its trace. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(error instanceof Stop ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`)
    process.exit(1)
  }
}
