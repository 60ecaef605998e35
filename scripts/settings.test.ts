import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { checkNode } from './prepare.mjs'
import { checkPort, keptSecret, readSettings } from './settings.mjs'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-settings-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

it('listens for this machine only unless told otherwise', () => {
  for (const name of ['PORT', 'HOST', 'NEXTAUTH_URL']) vi.stubEnv(name, '')
  expect(readSettings(false)).toMatchObject({ port: 3000, host: '127.0.0.1', origin: 'http://localhost:3000' })
})

it.each(['x', '0', '70000', '3000.5'])('refuses the port %s', (port) => {
  vi.stubEnv('PORT', port)
  expect(() => readSettings(false)).toThrow(`PORT is "${port}", which is no port`)
})

it('tells of a taken port', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  await expect(checkPort({ port, host: '127.0.0.1' })).rejects.toThrow(`Port ${port} is taken by another program`)
  other.close()
})

it('tells of a host that is not ours', async () => {
  await expect(checkPort({ port: 3000, host: '203.0.113.1' })).rejects.toThrow('has no address 203.0.113.1')
})

it('keeps a secret from everybody else, and from one start to the next', () => {
  const secret = keptSecret(folder, 'a.secret')
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(keptSecret(folder, 'a.secret')).toBe(secret)
  expect(statSync(join(folder, 'a.secret')).mode & 0o777).toBe(0o600)
})

it('refuses a secret that is none', () => {
  writeFileSync(join(folder, 'short.secret'), 'abc')
  expect(() => keptSecret(folder, 'short.secret')).toThrow('is too short')
})

it('refuses a Node that is too old', () => {
  const { versions } = process
  vi.stubGlobal('process', { ...process, versions: { ...versions, node: '20.18.1' } })
  expect(() => checkNode()).toThrow('Assay needs Node 20.19 or newer, and this is 20.18.1')
  vi.stubGlobal('process', { ...process, versions: { ...versions, node: '24.1.0' } })
  expect(() => checkNode()).not.toThrow()
  vi.unstubAllGlobals()
})
