import { expect } from '@playwright/test'
import { ask, each, type Told } from './ask'
import { bytesOf } from './bytes'
import { open } from './open'
import { pageReads, reads, type Sought } from './reads'
import { STANDING, type Person, type World } from './world'

/*
 * All that people are told, to the byte: what is there before and after something that they must not notice. What is
 * evened out is what two answers to the same request differ in anyway (bytes.ts).
 */

/** Someone who reads, under a name; those who open pages too. */
export type Reader = { name: string; person: Person | null; pages: boolean }

/** What was answered, by the reader's name, the address, and the number of the page of a list or the form of a page. */
export type Answers = Map<string, string>

/** Of everybody these open the pages: each of the others sees of them what one of these does. */
const OPENING: readonly string[] = ['outsider', 'viewer', 'editor', 'owner']

/** Someone of each standing. */
export const everybody = ({ people }: World): Reader[] =>
  STANDING.map((name) => ({ name, person: people[name], pages: OPENING.includes(name) }))

/** All that these readers are told. */
export async function answersTo(readers: readonly Reader[], sought: Sought): Promise<Answers> {
  const all = await each(readers, async (reader) => [...(await answersOf(reader, sought))], 1)
  return new Map(all.flat())
}

async function answersOf({ name, person, pages }: Reader, sought: Sought): Promise<Answers> {
  const given: Answers = new Map()
  await each(reads(sought), async (path) => {
    for (let at: string | null = path, page = 0; at !== null && page < 5; page++) {
      const told = await look(person, at)
      given.set(`${name} ${path} page ${page}`, bytesOf(told))
      at = nextOf(path, told)
    }
  })
  await each(pages ? pageReads(sought) : [], async (path) => {
    for (const form of SHOWN) given.set(`${name} ${path} ${form}`, await pageOf(person, path, form))
  })
  return given
}

/** The forms in which a page shows something of anybody. */
const SHOWN = ['page', 'payload'] as const

async function pageOf(person: Person | null, path: string, form: (typeof SHOWN)[number]): Promise<string> {
  const { told } = await open(path, person?.as ?? null, form)
  return bytesOf(told)
}

/** What is answered otherwise after than before. */
export function changed(before: Answers, after: Answers): string[] {
  return [...after].filter(([what, answer]) => before.get(what) !== answer).map(([what]) => what)
}

/**
 * The same, but for what only seems so. The rows of a page come in the order in which they were ready, so a page that
 * differs is asked for again: one that can't be told from what it was before is the same.
 */
export async function changedFor(readers: readonly Reader[], before: Answers, after: Answers): Promise<string[]> {
  const wrong: string[] = []
  for (const what of changed(before, after)) {
    const [name = '', path = '', ...form] = what.split(' ')
    const asked = SHOWN.find((shown) => shown === form.join(' '))
    const person = readers.find((reader) => reader.name === name)?.person ?? null
    if (!asked || !(await comesBack(() => pageOf(person, path, asked), before.get(what)))) wrong.push(what)
  }
  return wrong
}

/** How often a page that differs is asked for again. */
const TRIES = 6

async function comesBack(again: () => Promise<string>, answer: string | undefined): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried++) if ((await again()) === answer) return true
  return false
}

export function look(person: Person | null, path: string): Promise<Told> {
  return ask({ method: 'GET', path, as: person?.as ?? null })
}

/** The address of the page after this one, as its cursor has it. */
function nextOf(path: string, { status, headers, text }: Told): string | null {
  if (status !== 200 || headers.get('content-type') !== 'application/json') return null
  const { next = null } = JSON.parse(text) as { next?: string | null }
  return next && `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`
}

/** A way for someone to write below /api/v1, which has to succeed; the answer. */
export function writer(by: Person) {
  return async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const told = await ask({ method, path: `/api/v1${path}`, as: by.as, body })
    expect(told.status, `${method} ${path}: ${told.text}`).toBe(200)
    return JSON.parse(told.text)
  }
}
