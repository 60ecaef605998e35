import pino from 'pino'
import { config } from './config'

let made: pino.Logger | undefined

/** The log: one JSON line an entry, without personal content, secrets or bodies. Opened on first use, as config is. */
export const log = {
  info: (facts: object, message: string) => logger().info(facts, message),
  warn: (facts: object, message: string) => logger().warn(facts, message),
  error: (facts: object, message: string) => logger().error(facts, message),
}

/** Values stand in what the database says, and whole calls in what its client says: of these only the kind is written down. */
const TELLING = /^(Prisma|DriverAdapter|DatabaseError)/

/** What went wrong, and where in the program, for the log: an error's words are ours or a library's, never a person's. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { name, message, stack = '' } = error
  if (!TELLING.test(name)) return stack || message
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const state = /Code: `(\w+)`/.exec(message)?.[1]
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [`${name}${code}${state ? ` (${state})` : ''}`, ...frames].join('\n')
}

function logger(): pino.Logger {
  return (made ??= pino({ level: config.logLevel, base: null }))
}
