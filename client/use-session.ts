'use client'

import { useEffect, useState } from 'react'
import { call, Problem } from './call'
import { SESSION_ENDED, tabs, type Word } from './session'

/**
 * Whether the session of this person's page is over: something was answered so, another tab signed out or is somebody
 * else's now, or the browser took the page out of what it keeps for going back. It holds again once they have signed in
 * in another tab.
 */
export function useSessionEnded(me: string): boolean {
  const [ended, setEnded] = useState(false)
  useEffect(() => {
    const channel = tabs()
    const stop = new AbortController()
    const { signal } = stop
    channel?.addEventListener(
      'message',
      ({ data }: MessageEvent<Word>) => setEnded(!('person' in data && data.person === me)),
      { signal },
    )
    channel?.postMessage({ person: me } satisfies Word)
    addEventListener(SESSION_ENDED, () => setEnded(true), { signal })
    return () => {
      stop.abort()
      channel?.close()
    }
  }, [me])
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const ask = () => void isSignedIn(me).then((holds) => holds !== null && !signal.aborted && setEnded(!holds))
    addEventListener('pageshow', ({ persisted }) => persisted && ask(), { signal })
    if (ended) for (const event of ['focus', 'online']) addEventListener(event, ask, { signal })
    return () => stop.abort()
  }, [me, ended])
  return ended
}

/**
 * Whether this person is signed in, as the server says: someone may have signed in in another tab, or gone back to a page that
 * the browser had kept. Null where it can't be known.
 */
const isSignedIn = (me: string): Promise<boolean | null> =>
  call('GET /me', {}).then(
    ({ id }) => id === me,
    (error: unknown) => (error instanceof Problem && error.status === 401 ? false : null),
  )
