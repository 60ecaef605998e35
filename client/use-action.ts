'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { Problem } from './call'

export type Action<A extends unknown[], R> = {
  /** Runs it; undefined when it was refused, and `error` then says why. */
  run: (...args: A) => Promise<R | undefined>
  busy: boolean
  error: string
  /** What is wrong with single fields, by their names. */
  fields: Readonly<Record<string, string>>
}

/**
 * Something that a form does, with what came of it. Each run carries one key, and a run that failed in passing keeps it
 * for the same again, so that pressing the button twice has one effect. The key is a UUIDv7: what is made takes it as id.
 */
export function useAction<A extends unknown[], R>(work: (key: string, ...args: A) => Promise<R>): Action<A, R> {
  const [state, setState] = useState<{ busy: boolean; error: string; fields: Record<string, string> }>({
    busy: false,
    error: '',
    fields: {},
  })
  const attempt = useRef<{ key: string; what: string } | null>(null)
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  const run = useCallback(async (...args: A) => {
    setState({ busy: true, error: '', fields: {} })
    const what = JSON.stringify(args)
    if (attempt.current?.what !== what) attempt.current = { key: v7(), what }
    try {
      const answer = await latest.current(attempt.current.key, ...args)
      attempt.current = null
      setState({ busy: false, error: '', fields: {} })
      return answer
    } catch (error) {
      if (!(error instanceof Problem && error.passing)) attempt.current = null
      setState({
        busy: false,
        error: error instanceof Error ? error.message : 'Something went wrong. Please try again.',
        fields: fieldsOf(error),
      })
      return undefined
    }
  }, [])
  return { run, ...state }
}

function fieldsOf(error: unknown): Record<string, string> {
  const listed =
    error instanceof Problem && Array.isArray(error.details.fields)
      ? (error.details.fields as { field: string; message: string }[])
      : []
  return Object.fromEntries(listed.map(({ field, message }) => [field, message]))
}
