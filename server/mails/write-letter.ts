import { addressOf, NOTICES } from '@/domain/notifications/words'
import type { Notification } from '@/domain/notifications/notification'
import { linkTo, type Linked } from '@/domain/people/links'
import { deedsOf, withArticle } from '@/domain/permissions/role'
import type { LinkKind, Mail, MailedLink } from '@/prisma/client/client'
import { config } from '../config'
import { db, sql, type Sql } from '../db'
import type { Letter } from '../mail'
import { presentNotice, readNotices } from '../notifications/list-notifications'
import { findActor } from '../people/actor-of'
import { hashOf, newSecret } from '../secret'
import { render, type Item, type Part } from './render'
import { unsubscribeToken } from './unsubscribe'

/** A mail with its words, and what is to be kept once it is sent. */
export type Written = { letter: Letter; sent: () => Promise<unknown> }

/** As many as anyone reads in one mail; the rest are a link away. */
const MOST = 30

/**
 * Writes a mail at the moment at which it is sent, of what its reader may read by then and has not read yet; null where
 * nothing is left to say.
 */
export function writeLetter(mail: Mail): Promise<Written | null> {
  return WRITERS[mail.kind](mail)
}

const WRITERS: Readonly<Record<Mail['kind'], (mail: Mail) => Promise<Written | null>>> = {
  notice: (mail) => ofNotices(mail, sql`AND n.id = ${mail.about}::uuid AND n."readAt" IS NULL`),
  digest: (mail) =>
    ofNotices(
      mail,
      sql`AND n.mail = 'daily' AND n."readAt" IS NULL AND n."mailedAt" IS NULL AND n.at <= ${mail.createdAt}
        ORDER BY n.at DESC, n.id DESC LIMIT ${MOST + 1}`,
    ),
  invitation: ofInvitation,
  verification: ofLink,
  reset: ofLink,
  moved: ofMoved,
}

async function ofNotices({ id, kind, userId }: Mail, which: Sql): Promise<Written | null> {
  const actor = userId === null ? null : await findActor(userId)
  // Only to an address that is known to be theirs: of work, nothing may reach a stranger by a slip of the keyboard.
  if (!actor?.verified) return null
  const notices = (await readNotices(actor, which)).map(presentNotice)
  const [first] = notices
  if (!first) return null
  const shown = notices.slice(0, MOST)
  const token = unsubscribeToken(actor.id)
  const parts: Part[] = [
    ...(kind === 'digest' ? [{ say: `Hello ${actor.name}, this is what you have not read yet.` }] : []),
    ...shown.map((notice) => ({ item: itemOf(notice) })),
    ...(notices.length > MOST ? [{ say: 'There is more', href: `${config.publicOrigin}/notifications` }] : []),
    { say: 'What you are told, and how', href: `${config.publicOrigin}/account#notifications` },
    { say: 'No more mail from Assay', href: `${config.publicOrigin}/unsubscribe/${token}` },
  ]
  const subject = kind === 'digest' ? digestSubject(notices.length) : NOTICES[first.kind].say(first.by.name)
  return {
    letter: {
      ...{ id, to: { name: actor.name, address: actor.email }, subject, ...render(parts) },
      unsubscribe: `${config.publicOrigin}/api/unsubscribe/${token}`,
    },
    sent: () =>
      db.notification.updateMany({
        where: { id: { in: shown.map((notice) => notice.id) } },
        data: { mailedAt: new Date() },
      }),
  }
}

function digestSubject(count: number): string {
  if (count === 1) return 'One thing that concerns you'
  return count > MOST ? `More than ${MOST} things that concern you` : `${count} things that concern you`
}

function itemOf(notice: Notification): Item {
  const { kind, by, title, project, excerpt } = notice
  const about = project ? `${title} · ${project.name}` : title
  return { say: NOTICES[kind].say(by.name), about, excerpt, href: `${config.publicOrigin}${addressOf(notice)}` }
}

/** A link that is still open and for somebody; it is made as it is sent, as with an invitation. */
async function ofLink({ id, about }: Mail): Promise<Written | null> {
  const link = await db.mailedLink.findFirst({ where: { id: about, usedAt: null, expiresAt: { gt: new Date() } } })
  const written = link && (await WORDS[link.kind](link))
  if (!written) return null
  const token = newSecret()
  await db.mailedLink.update({ where: { id: about }, data: { tokenHash: hashOf(token) } })
  const parts: Part[] = [...written.parts, { say: written.button, href: linkTo(config.publicOrigin, written.page, token) }, { say: written.end }] // prettier-ignore
  return plainLetter({ id, to: { name: written.name, address: link.email }, subject: written.subject }, parts)
}

type LinkWords = { name: string; subject: string; parts: Part[]; button: string; page: Linked; end: string }

const WORDS: Readonly<Record<LinkKind, (link: MailedLink) => Promise<LinkWords | null>>> = {
  reset: async ({ email }) => {
    const user = await db.user.findUnique({ where: { email } })
    if (!user) return null
    return {
      name: user.name,
      subject: 'A new password for Assay',
      parts: [{ say: `Hello ${user.name}, someone asked for a new password for your account.` }],
      button: 'Choose a new password',
      page: 'reset',
      end: 'The link works once, for an hour. If it was not you, leave this mail alone: nothing has changed.',
    }
  },
  verification: async ({ userId, email, formerly }) => {
    const user = userId === null ? null : await db.user.findUnique({ where: { id: userId } })
    if (!user || user.email !== (formerly === '' ? email : formerly)) return null
    if (formerly !== '' && (await db.user.count({ where: { email } })) > 0) return null
    return {
      name: user.name,
      subject: 'Is this your address?',
      parts: [{ say: `Hello ${user.name}, please confirm that ${email} is your address for Assay.` }],
      button: 'Yes, this is my address',
      page: 'verify',
      end: 'The link works once, for a day. If you know nothing of this, leave this mail alone.',
    }
  },
}

/** Tells the address that someone had before. */
async function ofMoved({ id, about }: Mail): Promise<Written | null> {
  const link = await db.mailedLink.findUnique({ where: { id: about }, include: { user: true } })
  if (!link?.user) return null
  const { formerly, user } = link
  return plainLetter(
    { id, to: { name: user.name, address: formerly }, subject: 'Your address for Assay was changed' },
    [
      { say: `Hello ${user.name}, your account has another e-mail address from now on. No more mail comes here.` },
      {
        say: 'If it was not you, somebody knows your password. Tell whoever runs Assay at once',
        href: config.publicOrigin,
      },
    ],
  )
}

function plainLetter(head: Pick<Letter, 'id' | 'to' | 'subject'>, parts: readonly Part[]): Written {
  return { letter: { ...head, ...render(parts), unsubscribe: null }, sent: () => Promise.resolve() }
}

/**
 * An invitation that is still open. Its link is made as it is sent, since only the hash of one is ever kept; a further
 * attempt makes another, and the one before is worth nothing.
 */
async function ofInvitation({ id, about }: Mail): Promise<Written | null> {
  const open = { id: about, redeemedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }
  const token = newSecret()
  const { count } = await db.invitation.updateMany({ where: open, data: { tokenHash: hashOf(token) } })
  if (count === 0) return null
  const { email, role, workspace, createdById } = await db.invitation.findUniqueOrThrow({
    where: { id: about },
    include: { workspace: { select: { name: true } } },
  })
  const { name } = await db.user.findUniqueOrThrow({ where: { id: createdById }, select: { name: true } })
  const subject = `${name} invites you to ${workspace.name}`
  const parts: Part[] = [
    { say: `${name} invites you to ${workspace.name}, as ${withArticle(role)}: someone who ${deedsOf(role)}.` },
    { say: 'Open the invitation', href: linkTo(config.publicOrigin, 'join', token) },
    { say: 'The link works once. If you know nobody of that name, you can leave this mail alone.' },
  ]
  return {
    letter: { id, to: { name: '', address: email }, subject, ...render(parts), unsubscribe: null },
    sent: () => Promise.resolve(),
  }
}
