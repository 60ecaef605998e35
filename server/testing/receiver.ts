import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as it came: its body as it is, and read; `verified` says whether its signature is good. */
export type Came = {
  body: string
  message: Record<string, unknown>
  headers: IncomingMessage['headers']
  verified: boolean
}

type Answer = (response: ServerResponse, came: Came) => void

/** How a receiver may answer. */
export const ANSWERS = {
  fine: (response) => response.writeHead(204).end(),
  failing: (response) => response.writeHead(500).end('out of order'),
  busy: (response) => response.writeHead(429, { 'retry-after': '3600' }).end('not now'),
  gone: (response) => response.writeHead(410).end(),
  silent: () => undefined,
  slow: (response) => response.writeHead(200).write('so'),
  huge: (response) => {
    const more = () => !response.destroyed && response.write('x'.repeat(50_000), more)
    response.writeHead(200)
    more()
  },
  odd: (response) => response.writeHead(200).end(Buffer.from([0, 1, 0xff, 65])),
  torn: (response) => response.destroy(),
} as const satisfies Record<string, Answer>

/** A receiver of webhooks on this machine. It verifies with `secret`, as Standard Webhooks says. */
export async function makeReceiver(port = 0) {
  const state = { came: [] as Came[], answer: ANSWERS.fine as Answer, secret: '' }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const came = {
        body,
        message: JSON.parse(body) as Record<string, unknown>,
        headers: request.headers,
        verified: verifies(state.secret, body, request),
      }
      state.came.push(came)
      state.answer(response, came)
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: at } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return Object.assign(state, { address: `http://127.0.0.1:${at}/hook`, host: `127.0.0.1:${at}`, close })
}

export type Receiver = Awaited<ReturnType<typeof makeReceiver>>

/** Written from the specification alone, so that it is no mirror of what signs. */
function verifies(secret: string, body: string, { headers }: IncomingMessage): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name]),
  )
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return (signatures ?? '').split(' ').includes(`v1,${expected}`)
}
