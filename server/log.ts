import pino from 'pino'
import { config } from './config'

let made: pino.Logger | undefined

/** The log: one JSON line an entry, without personal content, secrets or bodies. Opened on first use, as config is. */
export const log = {
  info: (facts: object, message: string) => logger().info(facts, message),
  warn: (facts: object, message: string) => logger().warn(facts, message),
  error: (facts: object, message: string) => logger().error(facts, message),
}

function logger(): pino.Logger {
  return (made ??= pino({ level: config.logLevel, base: null }))
}
