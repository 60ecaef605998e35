import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

/** `npm start` as a person meets it: with a data folder, a port and a database of its own. */
interface Started {
  child: ChildProcess
  said: () => string
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>
}

let data = ''
let port = 0
const running: Started[] = []

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'assay-start-test-'))
  port = await freePort()
})

test.afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGTERM')
    await ended
  }
  rmSync(data, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port: free } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return free
}

function start(environment: Record<string, string> = {}): Started {
  const none = { DATABASE_URL: '', NEXTAUTH_URL: '', NEXTAUTH_SECRET: '', npm_lifecycle_event: '' }
  const env = { ...process.env, ...none, ASSAY_DATA: data, PORT: String(port), ...environment }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 0)),
  )
  const started = { child, said: () => said, ended }
  running.push(started)
  return started
}

/** Waits until it says how to stop it: then it serves. */
async function up(started: Started): Promise<void> {
  await expect.poll(started.said, { timeout: 200_000 }).toContain('Stop with Ctrl-C')
}

const setupLink = (text: string) => /http:\/\/localhost:\d+\/link#setup=[\w-]{43}/.exec(text)?.[0] ?? ''

test('the first start prints a link that claims the installation, and a later one makes it void', async ({ page }) => {
  const first = start()
  await up(first)
  const link = setupLink(first.said())
  expect((await page.request.get(`http://localhost:${port}/api/ready`)).status()).toBe(200)

  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
  expect(existsSync(join(data, 'application.pid'))).toBe(false)

  const before = Date.now()
  const second = start()
  await up(second)
  expect(Date.now() - before).toBeLessThan(15_000) // measured: 2 s; the tests share the machine
  expect(setupLink(second.said())).not.toBe(link)
  await page.goto(link)
  await expect(page.getByText('Assay was started again and printed a newer one')).toBeVisible()
  await page.goto(setupLink(second.said()))
  await expect(page.getByLabel('E-mail')).toBeVisible()
})

test('a second start is refused while the first runs, and harms nothing', async ({ page }) => {
  const samePort = start()
  expect(await samePort.ended).toBe(1)
  expect(samePort.said()).toContain(`Port ${port} is taken by another program.`)

  const sameData = start({ PORT: String(await freePort()) })
  expect(await sameData.ended).toBe(1)
  expect(sameData.said()).toContain('Assay runs already with the data folder')
  expect((await page.request.get(`http://localhost:${port}/api/ready`)).status()).toBe(200)
})

test('a killed application leaves nothing in the way of the next start', async ({ page }) => {
  for (const each of running) each.child.kill('SIGKILL')
  await Promise.all(running.map(({ ended }) => ended))
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(true)

  const next = start()
  await up(next)
  expect((await page.request.get(`http://localhost:${port}/api/ready`)).status()).toBe(200)
  next.child.kill('SIGINT')
  expect(await next.ended).toBe(0)
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
})

const WRONG = [
  [{ PORT: 'x' }, 'PORT is "x", which is no port'],
  [{ ASSAY_DATA: '/dev/null/data' }, "Assay can't write to its data folder /dev/null/data"],
  [
    { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' },
    "The database at 127.0.0.1:1/c can't be used: nothing listens there",
  ],
  [{ DATABASE_URL: 'assay' }, 'DATABASE_URL must be the address of a PostgreSQL'],
  [{ LIMIT_UPLOAD_BYTES: 'much' }, 'LIMIT_UPLOAD_BYTES must be a whole number (it is "much")'],
] as const

for (const [environment, sentence] of WRONG) {
  test(`one sentence for ${JSON.stringify(environment)}`, async () => {
    const started = start(environment)
    expect(await started.ended).toBe(1)
    expect(started.said()).toContain(sentence)
    expect(started.said()).not.toContain('    at ') // no trace
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
  })
}
