'use client'

import { useEffect, useRef, useSyncExternalStore, type FormEvent, type ReactNode } from 'react'
import { Notice } from './small'

const never = () => () => undefined

/**
 * A form that never leaves the page: what was typed stays, an error stands above the button, and the first field that is
 * wrong gets the focus. Until the page's script is there its buttons wait, and nothing typed could ever reach an address.
 */
export function Form(props: {
  onSubmit: (values: Record<string, string>) => void
  error?: string
  /** What is wrong with single fields; a new object for each attempt. */
  fields?: Readonly<Record<string, string>>
  children: ReactNode
  footer: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [props.fields])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    )
    props.onSubmit(values)
  }
  return (
    <form ref={form} method="post" onSubmit={submit} className="grid gap-4" noValidate>
      {props.children}
      {props.error ? <Notice tone="danger">{props.error}</Notice> : null}
      <fieldset disabled={!ready} className="contents">
        {props.footer}
      </fieldset>
    </form>
  )
}

/** The error of an attempt, unless it is shown at one of the named fields already. */
export function errorBeside(
  { error, fields }: { error: string; fields: Readonly<Record<string, string>> },
  ...names: string[]
): string {
  return names.some((name) => fields[name]) ? '' : error
}
