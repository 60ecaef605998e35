import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'

/** Our own configuration, without the rules that would read all of the program for its types. */
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked as object] })

/** The rules that a text would break if it stood in this file. */
async function broken(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: file })
  return (result?.messages ?? []).filter(({ message }) => /safeFetch/.test(message)).map(({ ruleId }) => ruleId)
}

const SERVER = 'server/like.ts'

test.each<[string, string]>([
  ...[
    SERVER,
    'app/_door/file.ts',
    'domain/endpoint.ts',
    'content/link.ts',
    'components/ui/day.ts',
    'client/theirs.ts',
  ].map<[string, string]>((file) => [file, `export const it = () => fetch('https://example.org')`]),
  [SERVER, `export const it = () => globalThis.fetch('https://example.org')`],
  [SERVER, `import http from 'node:http'\nexport const it = () => http.request('http://example.org')`],
  [SERVER, `import { get } from 'https'\nexport const it = () => get('https://example.org')`],
  [SERVER, `import { connect } from 'node:net'\nexport const it = () => connect(25, 'example.org')`],
  [SERVER, `import * as tls from 'node:tls'\nexport const it = tls`],
  [SERVER, `import { request } from 'undici'\nexport const it = request`],
  [SERVER, `import axios from 'axios'\nexport const it = axios`],
  [SERVER, `export const it = () => import('node:https')`],
  ['scripts/listen.mjs', `export const it = () => fetch('https://example.org')`],
  ['scripts/listen.mjs', `import { request } from 'node:http'\nexport const it = request`],
  ['client/theirs.ts', `export const it = () => new XMLHttpRequest()`],
  ['client/theirs.ts', `export const it = () => navigator.sendBeacon('https://example.org')`],
])('in %s, %j is refused', async (file, code) => expect(await broken(file, code)).toHaveLength(1))

test.each<[string, string]>([
  ['server/safe-fetch.ts', `import http from 'node:http'\nexport const it = http`],
  ['client/call.ts', `export const it = () => fetch('/api/v1')`],
  [SERVER, `import { isIP } from 'node:net'\nexport const it = isIP`],
  [SERVER, `import type { IncomingMessage } from 'node:http'\nexport type It = IncomingMessage`],
  ['scripts/listen.mjs', `import { createServer } from 'node:http'\nexport const it = createServer`],
])('in %s, %j is fine', async (file, code) => expect(await broken(file, code)).toEqual([]))
