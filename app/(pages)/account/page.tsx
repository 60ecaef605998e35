import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageActor } from '@/app/_door/page'
import { ChooseEverywhere } from '@/components/notifications/choose-everywhere'
import { NameForm, PasswordForm, Sessions } from '@/components/people/account'
  const asked = await searchParams
  const [me, security, sessions, choices] = await Promise.all([
