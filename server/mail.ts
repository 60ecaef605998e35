import { createTransport, type Transporter } from 'nodemailer'
import { config } from './config'

/** A mail server that takes longer than this is not there; in ms. */
const PATIENCE_MS = 20_000

/** A mail, with its words in both forms. `id` is the same on every attempt, so that whoever gets it twice sees it once. */
export type Letter = {
  id: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** Where one click ends all further mail (RFC 8058); null of a mail that was asked for by hand. */
  unsubscribe: string | null
}

let transport: Transporter | undefined

/** Hands a mail to the mail server of the configuration. Throws what that says, if it doesn't take it. */
export async function sendMail(letter: Letter): Promise<void> {
  const { mail, publicOrigin } = config
  if (!mail) throw new TypeError('no mail server is configured')
  transport ??= createTransport({
    ...{ url: mail.smtpUrl, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const to = { name: oneLine(letter.to.name), address: oneLine(letter.to.address) }
  await transport.sendMail({
    from: mail.from,
    to,
    // The one whom it is for and nobody else, whatever an address may look like.
    envelope: { from: addressIn(mail.from), to: [to.address] },
    messageId: `<${letter.id}@${new URL(publicOrigin).hostname}>`,
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(letter.unsubscribe && {
        'List-Unsubscribe': `<${letter.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  })
}

/** What goes into a header: in one line, whatever it was. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

const addressIn = (from: string): string => /<([^>]*)>/.exec(from)?.[1] ?? from
