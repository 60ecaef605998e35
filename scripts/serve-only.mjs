import { main } from './say.mjs'
import { serve } from './serve.mjs'
import { readConfiguration } from './settings.mjs'

// The server alone, for a database that is ready: what the tests start.
await main(async () => {
  const { close } = await serve({
    port: Number(process.env.PORT),
    host: process.env.HOST ?? '127.0.0.1',
    config: await readConfiguration(),
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().then(() => process.exit(0)))
})
