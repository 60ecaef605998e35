const SAFE = new Set(['http:', 'https:', 'mailto:'])

/** Browsers and mail programs take this much; a longer address is a payload and no link. */
const LONGEST = 2000

/**
 * Where a link may lead: http, https and mailto. Anything else, relative addresses included, is no link of ours. Control
 * characters and lone surrogates are refused, since a browser would skip over the one and PostgreSQL refuses the other.
 */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > LONGEST || /[\p{Cc}\p{Cs}]/u.test(href)) return false
  try {
    return SAFE.has(new URL(href).protocol)
  } catch {
    return false
  }
}

/** How Tiptap's link is set up, wherever it is used. */
export const link = {
  openOnClick: false,
  autolink: true,
  protocols: ['http', 'https', 'mailto'],
  isAllowedUri: (url: string) => isSafeLink(url),
}
