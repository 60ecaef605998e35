import { build, buildApart, checkNode, generate, install } from './prepare.mjs'
import { main, say, step } from './say.mjs'

// Nothing from node_modules is imported before it is installed: hence the late imports.
await main(async () => {
  const dev = process.argv.includes('--dev')
  checkNode()
  say('Assay')
  const { checkPort, readSettings } = await import('./settings.mjs')
  const settings = readSettings(dev)
  await checkPort(settings)
  await install()
  await generate()
  if (dev) await buildApart()
  else await build()
  const { launch } = await import('./launch.mjs')
  const { link } = await step('Starting', () => launch(settings))
  say('')
  if (link) say(`  Nobody has an account here yet. Open this link to make yours; it works once:\n\n    ${link}\n`)
  else say(`  Open ${settings.origin}\n`)
  say('  Stop with Ctrl-C.')
})
