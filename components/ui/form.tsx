'use client'

import type { FormEvent, ReactNode } from 'react'
import { Notice } from './small'

/** A form that never leaves the page: what was typed stays, and an error stands above the button. */
export function Form(props: {
  onSubmit: (values: Record<string, string>) => void
  error?: string
  children: ReactNode
  footer: ReactNode
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    )
    props.onSubmit(values)
  }
  return (
    <form onSubmit={submit} className="grid gap-4" noValidate>
      {props.children}
      {props.error ? <Notice tone="danger">{props.error}</Notice> : null}
      {props.footer}
    </form>
  )
}
