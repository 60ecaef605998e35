import { parseHTML } from 'linkedom'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileStrings } from '@/domain/hostile.cases'
import { createAnnotation } from '../annotations/create-annotation'
import { db } from '../db'
import { chooseEverywhere } from '../notifications/choices'
import { createInvitation } from '../people/invitations'
import { decode, makeMailServer, type Received } from '../testing/mail-server'
import { draftOn, makeWorld, writing, type World } from '../testing/make-world'
import { createComment } from '../threads/create-comment'
import { enqueueDigests, sendDue } from './outbox'

/*
 * Hostile strings in everything that a mail says: names, titles, words. A mail server is handed the mail, and what it got
 * is taken apart: to nobody else, with no header more, and with nothing in its HTML that we did not put there.
 */

let world: World
let server: Awaited<ReturnType<typeof makeMailServer>>

/** What the database can hold of a string: it refuses U+0000, and half of a sign. */
const kept = hostileStrings
  .map((text) => text.replace(/\0|\p{Cs}/gu, ''))
  .filter((text) => text !== '' && text.length < 6000)

beforeAll(async () => {
  server = await makeMailServer()
  // The configuration is read with the first write, which comes after this.
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'Assay <assay@example.org>', NEXTAUTH_SECRET: 'a secret of this test' }) // prettier-ignore
  world = await makeWorld()
})
afterAll(() => server.close())

/** As many as a mail has room for, so that a few dozen mails carry all. */
const AT_ONCE = 40

test('mail carries what was written, and it does nothing', async () => {
  const { id: threadId } = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'tonnes'))
  await chooseEverywhere(writing(world.ada), { level: 'all', mail: 'atOnce' })
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    const some = kept.slice(from, from + AT_ONCE)
    const [one = '', other = '', third = ''] = some
    await db.user.update({ where: { id: world.ben.id }, data: { name: one } })
    await db.user.update({ where: { id: world.ada.id }, data: { name: other } })
    await db.document.update({ where: { id: world.documentId }, data: { title: third } })
    const json = { type: 'doc' as const, content: some.map((text) => paragraph(text)) }
    await createComment(writing({ ...world.ben, name: one }), threadId, { id: v7(), parentId: null, json })
    await sendDue()
  }
  const mails = server.received.splice(0)
  expect(mails.length).toBe(Math.ceil(kept.length / AT_ONCE))
  for (const mail of mails) expectHarmless(mail, await addressOf(world.ada.id))
})

test('a digest and an invitation do nothing either', async () => {
  const { id: threadId } = await createAnnotation(writing(world.edda), world.documentId, draftOn(world, 'deal'))
  await chooseEverywhere(writing(world.edda), { level: 'all', mail: 'daily' })
  for (const text of kept.slice(0, 30)) {
    await db.user.update({ where: { id: world.ben.id }, data: { name: text } })
    await createComment(writing(world.ben), threadId, {
      id: v7(),
      parentId: null,
      json: { type: 'doc', content: [paragraph(text)] },
    })
  }
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000)
  const morning = new Date(tomorrow.setUTCHours(8, 0))
  await enqueueDigests(morning)
  await sendDue(morning)
  for (const text of kept.slice(0, 60)) {
    await db.workspace.update({ where: { id: world.workspaceId }, data: { name: text } })
    await db.user.update({ where: { id: world.olga.id }, data: { name: text } })
    const email = `nora-${v7()}@example.org`
    await createInvitation(writing(world.olga), world.workspaceId, { id: v7(), role: 'viewer', note: text, email })
    await sendDue()
  }
  const mails = server.received.splice(0)
  expect(mails.length).toBeGreaterThan(60)
  for (const mail of mails) expectHarmless(mail, mail.to[0] ?? '')
})

const paragraph = (text: string) => {
  const said = text.replace(/\r/g, '')
  return { type: 'paragraph', ...(said && { content: [{ type: 'text', text: said }] }) }
}
const addressOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).email

/** The headers that we or nodemailer write, and none besides. */
const HEADERS = new Set([
  ...['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type', 'content-transfer-encoding'],
  ...['auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post'],
])
const ELEMENTS = new Set(['html', 'head', 'meta', 'body', 'p', 'a', 'strong', 'em', 'br', 'blockquote'])
const ATTRIBUTES = new Set(['lang', 'charset', 'name', 'content', 'style', 'href'])

function expectHarmless(mail: Received, to: string): void {
  expect(mail.to).toEqual([to])
  expect(
    Object.keys(mail.headers).filter((name) => !HEADERS.has(name)),
    mail.raw.slice(0, 800),
  ).toEqual([])
  expect(mail.headers.to).toContain(to)
  expect(mail.headers.to?.match(/@/g)?.length ?? 0, 'no address is made of a name').toBeLessThan(4)
  expect(bodiesOf(mail), 'a plain body, one in HTML, and no third').toHaveLength(2)
  const { document } = parseHTML(htmlOf(mail))
  for (const element of document.querySelectorAll('*')) {
    expect(ELEMENTS, element.outerHTML.slice(0, 200)).toContain(element.localName)
    for (const { name } of [...element.attributes]) expect(ATTRIBUTES, element.outerHTML.slice(0, 200)).toContain(name)
    if (element.hasAttribute('href')) expect(element.getAttribute('href')).toMatch(/^http:\/\/localhost:3000\//)
  }
  const styles = [...document.querySelectorAll('[style]')].map((element) => element.getAttribute('style') ?? '')
  expect(styles.filter((style) => /url|expression|position/.test(style))).toEqual([])
}

/** The bodies of a mail, as they were sent: between the boundaries that its head names. */
function bodiesOf({ raw, headers }: Received): string[] {
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '') ?? []
  return raw.slice(raw.indexOf('\r\n\r\n')).split(`--${boundary}`).slice(1, -1)
}

/** The HTML of a mail, decoded. */
function htmlOf(mail: Received): string {
  const part = bodiesOf(mail)[1] ?? ''
  const at = part.indexOf('\r\n\r\n')
  const [head, body] = [part.slice(0, at), part.slice(at + 4)]
  expect(head).toContain('text/html')
  return /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : decode(body)
}
