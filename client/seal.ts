import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils.js'

/**
 * XChaCha20-Poly1305 with 192 bits of chance before each text, so that one key is good for any number of them. In JavaScript,
 * since browsers have no ciphers of their own (`crypto.subtle`) on pages that come over plain http.
 */
const NONCE_BYTES = 24

/** What is kept of a value: nothing that can be read without the key (hex, 256 bits), or under another name. */
export function seal(key: string, name: string, value: unknown): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = xchacha20poly1305(hexToBytes(key), nonce, utf8(name)).encrypt(utf8(JSON.stringify(value)))
  const kept = new Uint8Array(NONCE_BYTES + sealed.length)
  kept.set(nonce)
  kept.set(sealed, NONCE_BYTES)
  return kept
}

/** The value again; undefined for what was changed, has another name, or was sealed under another key. */
export function unseal(key: string, name: string, kept: Uint8Array): unknown {
  const [nonce, sealed] = [kept.subarray(0, NONCE_BYTES), kept.subarray(NONCE_BYTES)]
  try {
    return JSON.parse(new TextDecoder().decode(xchacha20poly1305(hexToBytes(key), nonce, utf8(name)).decrypt(sealed)))
  } catch {
    return undefined
  }
}

/** The same as a text, for where only texts are kept. */
export const sealText = (key: string, name: string, value: unknown): string => bytesToHex(seal(key, name, value))

/** Undefined also for what is no text of ours. */
export const unsealText = (key: string, name: string, text: string): unknown =>
  /^([0-9a-f]{2})*$/.test(text) ? unseal(key, name, hexToBytes(text)) : undefined

const utf8 = (text: string) => new TextEncoder().encode(text)
