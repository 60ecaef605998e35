import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Stop, step } from './say.mjs'
import { root, run, runPackage } from './run.mjs'

const OLDEST = [20, 19]

/** What the build is made from; a change in any of it makes a new build. */
const SOURCES = [
  ...['app', 'client', 'components', 'content', 'domain', 'server', 'public', 'prisma/schema.prisma', 'proxy.ts'],
  ...['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
]

/** Refuses a Node that is too old for what we use. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new Stop(
    `Assay needs Node ${OLDEST.join('.')} or newer, and this is ${process.versions.node}. Install Node 24 from https://nodejs.org and try again.`,
  )
}

/**
 * Installs what package-lock.json names, if that has not been done since it last changed. `npm ci` would refuse a lock file
 * that was written where some other system's optional packages could not be had; `npm install` adds them.
 */
export async function install() {
  const mark = join(root, 'node_modules', '.assay-installed')
  const wanted = hashOf(['package-lock.json', 'package.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  await step('Installing dependencies', async () => {
    // No script of a package is needed: PostgreSQL's links are made at the start, and Prisma would only download.
    const args = [
      'install',
      '--no-save',
      '--include=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]
    const { code, output } = await npm(args)
    if (code !== 0)
      throw new Stop(
        `The dependencies could not be installed. npm said:\n${output.trim()}\nCheck the connection to the npm registry and try again.`,
      )
    writeFileSync(mark, wanted)
  })
}

/** npm itself: the one that started us, else the one beside this Node, else the one on the path. */
function npm(args) {
  const started = process.env.npm_execpath
  if (started?.endsWith('npm-cli.js')) return run(process.execPath, [started, ...args], { quiet: true })
  const windows = process.platform === 'win32'
  const beside = join(dirname(process.execPath), windows ? 'npm.cmd' : 'npm')
  return run(existsSync(beside) ? beside : 'npm', args, { quiet: true, shell: windows })
}

/** Generates the Prisma client, if the schema changed since the last time. */
export async function generate() {
  const mark = join(root, 'prisma', 'client', '.assay-schema')
  const wanted = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  await step('Generating the database client', async () => {
    // Generating needs no engine; naming some program keeps Prisma from downloading one.
    const env = {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }
    const { code, output } = await runPackage(
      'prisma',
      ['generate', '--schema', 'prisma/schema.prisma', '--no-hints'],
      { quiet: true, env },
    )
    if (code !== 0) throw new Stop(`The database client could not be generated:\n${output.trim()}`)
    writeFileSync(mark, wanted)
  })
}

/** Builds what Next does not bundle: the importer's child process, the threads that work apart, and these scripts' settings. */
export async function buildApart() {
  const { buildConvertChild } = await import('../server/documents/build-child.mjs')
  const { buildWorkers } = await import('../server/build-workers.mjs')
  const esbuild = await import('esbuild')
  await buildConvertChild()
  await buildWorkers()
  await esbuild.build({
    entryPoints: [join(root, 'server', 'config.ts')],
    outfile: join(root, 'build', 'config.mjs'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
  await esbuild.stop() // its process would stay for as long as ours
}

/** Builds the application, if its sources changed since the last build. */
export async function build() {
  const mark = join(root, '.next', 'assay-built')
  const wanted = hashOf(SOURCES)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  await step('Building (about a minute, once)', async () => {
    rmSync(mark, { force: true })
    const { bundleEarly, compressAssets } = await import('./assets.mjs')
    await buildApart()
    const { code, output } = await runPackage('next', ['build'], {
      quiet: true,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', READER_EARLY: await bundleEarly() },
    })
    if (code !== 0) throw new Stop(`The build failed:\n${output.trim()}`)
    compressAssets()
    // What was changed meanwhile may be in the build or not: then the next start builds again.
    writeFileSync(mark, wanted)
  })
}

/** One hash over the names and contents of files and folders; tests don't count. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesOf(join(root, path)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  if (path === join(root, 'server', 'testing')) return []
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)))
}
