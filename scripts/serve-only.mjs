import { main } from './say.mjs'
import { serve } from './serve.mjs'

// The server alone, for a database that is ready: what the tests and a container start.
await main(async () => {
  const proxies = (process.env.TRUSTED_PROXIES ?? '')
    .split(',')
    .map((range) => range.trim())
    .filter(Boolean)
  const { close } = await serve({
    port: Number(process.env.PORT ?? 3000),
    host: process.env.HOST ?? '127.0.0.1',
    proxies,
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().then(() => process.exit(0)))
})
