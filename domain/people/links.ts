/** The pages that a link with a secret leads to. */
export const LINKED = ['setup', 'join', 'reset', 'verify'] as const
export type Linked = (typeof LINKED)[number]

/** A secret as it may be given: far longer than a guess, and no longer than ours. */
export const SECRET = /^[\w-]{20,200}$/

/**
 * A link with a secret, below `origin`. The secret stands behind the #: no browser sends that anywhere, so that it is in no
 * log of a server or proxy, and no program that follows links in mails uses one up. The page /link hands it over in the
 * body of a request, and goes on to the page that it is for.
 */
export const linkTo = (origin: string, page: Linked, secret: string): string => `${origin}/link#${page}=${secret}`

/** What a link brought along, from what stands behind its address; null for what is no link of ours, or a part of one. */
export function linkFrom(hash: string): { page: Linked; secret: string } | null {
  const [name, secret = ''] = hash.replace(/^#/, '').split('=', 2)
  const page = LINKED.find((each) => each === name)
  return page && SECRET.test(secret) ? { page, secret } : null
}
