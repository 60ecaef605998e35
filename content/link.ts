const SAFE = new Set(['http:', 'https:', 'mailto:'])

/** Where a link may lead: http, https and mailto. Anything else, relative addresses included, is no link of ours. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > 2000) return false
  try {
    return SAFE.has(new URL(href).protocol)
  } catch {
    return false
  }
}
