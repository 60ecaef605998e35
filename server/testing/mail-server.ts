import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a mail server was handed it. */
export type Received = { to: string[]; raw: string; headers: Record<string, string> }

/**
 * A mail server on this machine, on a free port unless one is given. `refuse` says with which reply it turns a recipient
 * away; null takes it.
 */
export async function makeMailServer({
  port = 0,
  refuse,
}: { port?: number; refuse?: (to: string) => number | null } = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const code = refuse?.(address) ?? null
      done(code === null ? null : Object.assign(new Error('not now'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, headers: headersOf(raw) })
        done()
      })
    },
  })
  // A port that is taken is told by the promise below.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    received,
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => server.close(done)),
  }
}

/** The headers by their names in lower case, unfolded. */
function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return Object.fromEntries(head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])) // prettier-ignore
}

/** The plain words of a mail: its first part, decoded. */
export function wordsOf({ raw }: Received): string {
  const [, part = ''] = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/.exec(raw) ?? []
  return /Content-Transfer-Encoding: base64/.test(raw.slice(0, raw.indexOf(part)))
    ? Buffer.from(part, 'base64').toString('utf8')
    : decode(part).replaceAll('\r\n', '\n')
}

/** Quoted-printable (RFC 2045), as text. */
export function decode(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
