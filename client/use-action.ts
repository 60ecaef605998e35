'use client'

import { useCallback, useRef, useState } from 'react'
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
 * Something that a form does, with what came of it. Each run carries one key, and a run that failed in passing keeps it,
 * so that pressing the button again has one effect.
 */
export function useAction<A extends unknown[], R>(work: (key: string, ...args: A) => Promise<R>): Action<A, R> {
  const [state, setState] = useState<{ busy: boolean; error: string; fields: Record<string, string> }>({
    busy: false,
    error: '',
    fields: {},
  })
  const key = useRef<string | null>(null)
  const latest = useRef(work)
  latest.current = work
  const run = useCallback(async (...args: A) => {
    setState({ busy: true, error: '', fields: {} })
    key.current ??= v7()
    try {
      const answer = await latest.current(key.current, ...args)
      key.current = null
      setState({ busy: false, error: '', fields: {} })
      return answer
    } catch (error) {
      if (!(error instanceof Problem && error.passing)) key.current = null
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
