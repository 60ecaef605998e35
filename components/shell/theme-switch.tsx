'use client'

import { Moon, Sun } from 'lucide-react'
import { IconButton } from '@/components/ui/button'

const YEAR_S = 365 * 24 * 60 * 60

/** Light or dark, at once and for the next year. */
export function ThemeSwitch() {
  const flip = () => {
    const root = document.documentElement
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    const next = dark ? 'light' : 'dark'
    root.dataset.theme = next
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_S}; samesite=lax`
  }
  return (
    <IconButton label="Light or dark" data-action onClick={flip}>
      <Sun size={17} aria-hidden className="dark-only" />
      <Moon size={17} aria-hidden className="light-only" />
    </IconButton>
  )
}
