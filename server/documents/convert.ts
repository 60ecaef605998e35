import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { setImmediate as others } from 'node:timers/promises'
import { z } from 'zod'
import { checkDocument } from '@/content/check'
import type { Converted as Found } from '@/content/import/source'
import { PartialDate } from '@/domain/claims/claim'
import { Language } from '@/domain/documents/details'
import { PageMark } from '@/domain/documents/page-mark'
import { flatten } from '@/domain/documents/flatten'
import { WebAddress } from '@/domain/evidence/evidence'
import { Refusal, STATUS, type RefusalKind } from '@/domain/refusal'
import { config } from '../config'
import { causeOf, log } from '../log'
import { childEntry, confined } from './confined'

/** What the file is, and where it was read with which encoding, if that was on the web. */
export type ConvertOrder = { fileName: string; most: number; address?: string; charset?: string }
export type ConvertReply = { converted: Found } | { refusal: { kind: RefusalKind; message: string } }

/** A converted file, checked again in this process; `sha256` is of the text, as hex. */
export type Converted = Found & { text: string; sha256: string }

export type ConvertLimits = { milliseconds: number; bytes: number; characters: number }

/** JSON is larger than the text in it, but not by more than this. */
const MOST_REPLY_BYTES = 200 * 1024 * 1024

/** Marks of pages: a file has fewer pages than that, and few come back. */
const MOST_PAGES = 50_000

/** How often the child's memory is looked at; in ms. */
const WATCH_MS = 50

/** Conversions at once: more would crowd out the requests of everybody else. The rest wait their turn. */
const AT_ONCE = 2

const waiting: (() => void)[] = []
let running = 0

/**
 * Makes a document of a file, in a child process with an empty environment that is killed when it passes its limits of
 * time and memory. What comes back is checked as if a stranger had sent it.
 *
 * Refuses with one clear message, and leaves nothing behind; so does who stops it (`signal`), whether it runs or waits.
 */
export async function convert(
  { bytes, ...file }: { bytes: Uint8Array; fileName: string; address?: string; charset?: string },
  limits: ConvertLimits = usual(),
  signal?: AbortSignal,
): Promise<Converted> {
  await turn(signal)
  try {
    return await settle(await talk({ ...file, most: limits.characters }, bytes, limits, signal), limits)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** What someone is told who stopped an import, should they still listen. */
export const stopped = () => new Refusal('unavailable', 'This was stopped before it was imported.')

function usual(): ConvertLimits {
  const { conversionMs, conversionBytes, documentCharacters } = config.limits
  return { milliseconds: conversionMs, bytes: conversionBytes, characters: documentCharacters }
}

/** Waits for one of the places, which whoever leaves it hands on; who stops waiting has none. */
async function turn(signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw stopped()
  if (running < AT_ONCE) {
    running += 1
    return
  }
  await new Promise<void>((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(stopped())
    }
    const begin = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    waiting.push(begin)
    signal?.addEventListener('abort', leave, { once: true })
  })
}

/** The child is not trusted: whatever it read may have got the better of it. */
const Reply = z.union([
  z.object({
    converted: z.object({
      json: z.unknown(),
      title: z.string().min(1).max(300),
      meta: z.strictObject({
        author: z.string().min(1).max(300).exactOptional(),
        publishedOn: PartialDate.exactOptional(),
        language: Language.exactOptional(),
        source: z.string().min(1).max(300).exactOptional(),
        address: WebAddress.exactOptional(),
      }),
      pages: z.array(PageMark).max(MOST_PAGES),
      format: z.string().max(20),
      encoding: z.string().max(40),
      notes: z.array(z.string().max(500)).max(20),
    }),
  }),
  z.object({
    refusal: z.object({
      kind: z.enum(Object.keys(STATUS) as [RefusalKind, ...RefusalKind[]]),
      message: z.string().max(1000),
    }),
  }),
])

/** Checks what the child said. A large document takes several tenths of a second, so others get their turn in between. */
async function settle(output: string, { characters }: ConvertLimits): Promise<Converted> {
  const said: unknown = JSON.parse(output)
  await others()
  const reply = Reply.parse(said)
  if ('refusal' in reply) throw new Refusal(reply.refusal.kind, reply.refusal.message)
  const json = checkDocument(reply.converted.json)
  await others()
  const { text } = flatten(json)
  await others()
  if (text.trim() === '' || text.length > characters)
    throw new Error('the importer answered with a text that it should have refused')
  if (reply.converted.pages.some(({ at }, n, all) => at > text.length || at < (all[n - 1]?.at ?? 0)))
    throw new Error('the importer answered with pages that its text does not have')
  return { ...reply.converted, json, text, sha256: createHash('sha256').update(text).digest('hex') }
}

function talk(order: ConvertOrder, bytes: Uint8Array, limits: ConvertLimits, signal?: AbortSignal): Promise<string> {
  if (signal?.aborted) return Promise.reject(stopped())
  const heap = Math.max(16, Math.round(limits.bytes / 1024 / 1024))
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, ...confined(), childEntry()], {
    env: {} as NodeJS.ProcessEnv,
    stdio: 'pipe',
  })
  yieldToOthers(child.pid)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let ended = false
    const fail = (refusal: Refusal) => {
      ended = true
      reject(refusal)
      child.kill('SIGKILL')
    }
    const stopWatching = watch(child, limits, fail)
    const stop = () => fail(stopped())
    signal?.addEventListener('abort', stop, { once: true })
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > MOST_REPLY_BYTES) fail(tooMuch('memory'))
      else chunks.push(chunk)
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)))
    child.stdin.on('error', () => undefined) // it may end before it has read everything; its exit says why
    child.on('error', reject)
    child.on('close', (code) => {
      stopWatching()
      signal?.removeEventListener('abort', stop)
      if (ended) return // by us, who have said why
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'))
      else if (/heap out of memory|allocation failed/i.test(complaint)) reject(tooMuch('memory'))
      else {
        log.error({ code, complaint }, 'an import crashed')
        reject(
          new Refusal(
            'invalid',
            'This file could not be read: it is damaged, or made in a way that we do not know. Save it anew, or paste its text.',
          ),
        )
      }
    })
    child.stdin.write(`${JSON.stringify(order)}\n`)
    child.stdin.end(bytes)
  })
}

/** Whoever waits for a page goes before whoever waits for a file: the child gets what the server leaves it. */
function yieldToOthers(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    log.warn({ err: causeOf(error) }, 'an import runs at the priority of the server') // it still may, or has just ended
  }
}

/** Ends the child at its limits. Node bounds its heap only, so all of its memory is watched from here. */
function watch(
  child: ChildProcessWithoutNullStreams,
  limits: ConvertLimits,
  fail: (refusal: Refusal) => void,
): () => void {
  const clock = setTimeout(() => fail(tooMuch('time')), limits.milliseconds)
  const memory = setInterval(() => {
    if (residentBytes(child.pid) > limits.bytes) fail(tooMuch('memory'))
  }, WATCH_MS)
  return () => {
    clearTimeout(clock)
    clearInterval(memory)
  }
}

const PAGE_BYTES = 4096

/** Linux tells in /proc; elsewhere the limit on the heap has to do. */
function residentBytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES
  } catch {
    return 0 // it has just ended
  }
}

function tooMuch(what: 'time' | 'memory'): Refusal {
  return new Refusal(
    'too-large',
    `Reading this file took too much ${what}, so it was stopped. Split it, or save it in a simpler form such as .txt.`,
  )
}
