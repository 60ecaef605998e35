import { urlOf } from '@/client/call'
import { sessionEnded } from '@/client/session'

/** Parts that are fetched at a time; they are put in their place in order. */
const AT_ONCE = 8

/** Fetches the parts of a version from the one numbered `from` on, and hands each to `put` in their order. */
export async function fetchParts(
  { versionId, from, count, signal }: { versionId: string; from: number; count: number; signal: AbortSignal },
  put: (html: string) => void,
): Promise<void> {
  const ahead: Promise<string>[] = []
  let asked = from
  const ask = () => {
    if (asked < count) ahead.push(fetchPart(versionId, asked++, signal))
  }
  for (let i = 0; i < AT_ONCE; i++) ask()
  for (let part = from; part < count; part++) {
    const html = await (ahead.shift() as Promise<string>)
    ask()
    if (signal.aborted) return
    put(html)
  }
}

async function fetchPart(versionId: string, number: number, signal: AbortSignal): Promise<string> {
  const response = await fetch(urlOf('/versions/{versionId}/parts/{number}', { versionId, number }), { signal })
  if (response.status === 401) sessionEnded()
  if (!response.ok)
    throw new Error(
      response.status === 401
        ? 'You are signed out. Sign in to load the rest of the document.'
        : 'A part of the document could not be loaded.',
    )
  return response.text()
}
