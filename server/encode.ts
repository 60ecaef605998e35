import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { canSendEncoded } from './peer'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Smaller than this, an answer gains nothing; in bytes. */
const WORTHWHILE = 1024

const ENCODINGS = ['br', 'gzip'] as const satisfies Encoding[]

const encoders = {
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
  identity: async (bytes: Uint8Array) => bytes,
} satisfies Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array>>

/** The best encoding that the caller takes, for an answer of that size in bytes. */
export function encodingFor(request: Request, size = Infinity): Encoding {
  const accepted = canSendEncoded() && size >= WORTHWHILE ? (request.headers.get('accept-encoding') ?? '') : ''
  return ENCODINGS.find((name) => accepted.includes(name)) ?? 'identity'
}

/** Compresses what is sent many times: for answers that are kept, since it takes a while. */
export async function encode(text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await encoders[encoding](Buffer.from(text)))
}
