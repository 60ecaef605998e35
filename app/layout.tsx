import '@fontsource-variable/source-serif-4'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { currentActor } from '@/app/_door/actor'
import { PERSON_META } from '@/client/person'
import { SessionCover } from '@/components/shell/session-cover'
import { Toasts } from '@/components/ui/toasts'
import { draftsKeyOf } from '@/server/sealed'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Assay', template: '%s · Assay' },
  description: 'Read the same documents together, annotate exact passages, argue in threads.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1f1e1b' },
  ],
}

/**
 * The frame of every page. The theme is a cookie, so that the first paint is right and needs no script. To someone who is
 * signed in it tells the key of their drafts; pages are never kept by caches.
 */
export default async function Layout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value
  const known = theme === 'light' || theme === 'dark' ? { 'data-theme': theme } : {}
  // Where the database can't be asked, the page itself says so.
  const actor = await currentActor().catch(() => null)
  return (
    <html lang="en" className={GeistSans.variable} {...known}>
      <body>
        <a
          href="#main"
          className="no-print bg-surface shadow-raised fixed top-2 left-2 z-50 -translate-y-24 rounded-md px-3 py-2 font-medium focus:translate-y-0"
        >
          Skip to the content
        </a>
        {actor ? <meta name={PERSON_META} content={`${actor.id} ${draftsKeyOf(actor.id)}`} /> : null}
        {children}
        <Toasts />
        {actor ? <SessionCover me={actor.id} /> : null}
      </body>
    </html>
  )
}
