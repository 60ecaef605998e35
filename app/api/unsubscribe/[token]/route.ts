import { config } from '@/server/config'
import { allow } from '@/server/limits'
import { unsubscribe } from '@/server/mails/unsubscribe'
import { peerAddress } from '@/server/peer'
import { bytesOf } from '@/app/_door/body'
import { problem, fault } from '@/app/_door/problem'
import { Refusal } from '@/domain/refusal'

type Context = { params: Promise<{ token: string }> }

/** What a mail program sends when its reader clicks on "unsubscribe" (RFC 8058). */
const ONE_CLICK = 'List-Unsubscribe=One-Click'

/** More than anything that is sent here; in bytes. */
const MOST = 1000

/**
 * Ends all mail to whoever holds the link. It asks for no session and no origin: mail programs have neither, and the link
 * itself is what allows it. A page gets its answer as a page.
 */
export const POST = async (request: Request, { params }: Context): Promise<Response> => {
  try {
    await allow('writesPerMinute', peerAddress())
    const { token } = await params
    const sent = new TextDecoder().decode(await bytesOf(request, MOST))
    if (!(await unsubscribe(token)))
      throw new Refusal('not-found', 'This link is not one of ours. Please use the one in the newest mail.')
    if (sent.includes(ONE_CLICK))
      return new Response('You get no more mail.', { headers: { 'content-type': 'text/plain; charset=utf-8' } })
    return new Response(null, {
      status: 303,
      headers: { location: `${config.publicOrigin}/unsubscribe/${token}?done=1` },
    })
  } catch (error) {
    return error instanceof Refusal ? problem(error) : fault(error, 'POST /api/unsubscribe')
  }
}
