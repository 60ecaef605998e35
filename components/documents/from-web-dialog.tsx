'use client'

import Link from 'next/link'
import { useState } from 'react'
import { call, Problem } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'
import type { Imported } from '@/domain/documents/document'

type Same = { id: string; title: string }

/** Imports what stands at an address of the web. Where the project has it already, that is said, and the choice is theirs. */
export function FromWebDialog(props: { projectId: string; onDone: (made: Imported) => void; onClose: () => void }) {
  const { projectId, onDone, onClose } = props
  const [same, setSame] = useState<Same | null>(null)
  const [typed, setTyped] = useState('')
  const [stop, setStop] = useState<AbortController | null>(null)
  const fetching = useAction(async (id, address: string, again: boolean) => {
    const stopping = new AbortController()
    setStop(stopping)
    setSame(null)
    const args = { params: { projectId }, body: { id, address, again } }
    const options = { idempotencyKey: id, signal: stopping.signal }
    try {
      onDone(await call('POST /projects/{projectId}/documents/from-web', args, options))
    } catch (error) {
      if (stopping.signal.aborted) throw new Problem(0, 'You stopped this one.')
      setSame(sameOf(error))
      throw error
    }
  })
  const bring = (again: boolean) => void fetching.run(addressOf(typed), again)
  return (
    <Dialog
      title="From the web"
      onClose={() => {
        stop?.abort()
        onClose()
      }}
    >
      <Form
        onSubmit={() => bring(false)}
        error={same ? '' : errorBeside(fetching, 'address')}
        fields={fetching.fields}
        footer={
          <DialogActions>
            {fetching.busy ? (
              <Button onClick={() => stop?.abort()}>Stop</Button>
            ) : (
              <Button onClick={onClose}>Cancel</Button>
            )}
            <Button type="submit" variant="primary" busy={fetching.busy}>
              {fetching.busy ? 'Reading' : 'Import'}
            </Button>
          </DialogActions>
        }
      >
        <TextField
          label="Address"
          name="address"
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setSame(null)
          }}
          error={fetching.fields.address}
          hint="Of a page, its article is taken; PDF, Word, Markdown and text files are taken as they are. Assay reads it once, without your sign-ins."
        />
        {same ? (
          <Notice tone="warning">
            <p role="alert">{fetching.error}</p>
            <p className="mt-2 flex flex-wrap gap-2">
              <Link href={`/d/${same.id}`} className={buttonClass({ size: 'small' })}>
                Open it
              </Link>
              <Button size="small" onClick={() => bring(true)}>
                Import again
              </Button>
            </p>
          </Notice>
        ) : null}
      </Form>
    </Dialog>
  )
}

/** People paste addresses as their browser shows them, often without the beginning. */
function addressOf(typed: string): string {
  const text = typed.trim()
  return /^[a-z][a-z\d+.-]*:\/\//i.test(text) || text === '' ? text : `https://${text}`
}

function sameOf(error: unknown): Same | null {
  const same = error instanceof Problem && error.status === 409 ? error.details.same : null
  return (same ?? null) as Same | null
}
