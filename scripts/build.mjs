import { build, checkNode, generate, install } from './prepare.mjs'
import { main } from './say.mjs'

await main(async () => {
  checkNode()
  await install()
  await generate()
  await build()
})
