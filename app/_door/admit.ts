import { Refusal } from '@/domain/refusal'
import { config } from '@/server/config'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request only looks, by its method: HEAD is answered as GET is. */
export const isLook = ({ method }: Request): boolean => SAFE.has(method)

/**
 * Turns away, before anything is read, writes that a browser sends for another site. Every write must name one of our
 * origins: the session rides on a cookie, and browsers send Origin with each write that a page makes. A program that
 * brings a token need not: no browser sends one by itself, nor for another site.
 */
export function admit(request: Request, token: string | null = null): void {
  if (isLook(request) || token !== null) return
  const origin = request.headers.get('origin')
  if (origin === null || !config.publicOrigins.has(origin)) {
    throw new Refusal(
      'forbidden',
      'This request did not come from our pages. Open Assay at its own address and try again.',
    )
  }
}
