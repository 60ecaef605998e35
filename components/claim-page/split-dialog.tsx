'use client'

import { Plus, X } from 'lucide-react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import type { Claim } from '@/domain/claims/claim'
import { CLAIM_TYPES, keysOf, type ClaimType } from '@/domain/claims/words'
import { StatementField } from '@/components/claims/statement-field'
import { useDesk } from '@/components/threads/desk'
import { Button, IconButton } from '@/components/ui/button'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

type Part = { id: string; type: ClaimType; statement: string }

/** As in domain/claims/endpoints.ts. */
const LEAST = 2
const MOST = 8

/** Splits a claim that says several things: each part becomes a claim in the same passages. */
export function SplitDialog({ claim, onDone, onClose }: { claim: Claim; onDone: () => void; onClose: () => void }) {
  const { me } = useDesk()
  const part = (): Part => ({ id: v7(), type: claim.type, statement: '' })
  const draft = useDraft<Part[]>(`${me.id}/split/${claim.id}`, [{ ...part(), statement: claim.statement }, part()])
  const parts = draft.value
  const split = useAction(async (idempotencyKey, said: Part[]) => {
    await call(
      'POST /claims/{claimId}/split',
      { params: { claimId: claim.id }, body: { parts: said } },
      { idempotencyKey },
    )
    draft.drop()
    onDone()
  })
  const change = (id: string, to: Partial<Part>) =>
    draft.change(parts.map((each) => (each.id === id ? { ...each, ...to } : each)))
  if (!draft.ready) return null
  return (
    <Dialog title="Split into parts" onClose={onClose} wide>
      <Form
        onSubmit={() => {
          if (!split.busy) void split.run(parts)
        }}
        error={Object.keys(split.fields).length > 0 ? '' : split.error}
        fields={split.fields}
        footer={
          <SubmitActions busy={split.busy} onCancel={onClose}>
            Split
          </SubmitActions>
        }
      >
        <p className="text-ink-soft">
          Each part is a claim of its own in the same passages. This one stays, with its history, as a duplicate of
          them.
        </p>
        <ol className="grid gap-3">
          {parts.map(({ id, type, statement }, at) => (
            <li key={id} className="border-line grid gap-2 rounded-md border p-3 sm:grid-cols-[1fr_11rem_auto]">
              <StatementField
                label={`Part ${at + 1}`}
                value={statement}
                error={split.fields[`parts.${at}.statement`]}
                focusFirst={at === 0}
                onChange={(said) => change(id, { statement: said })}
              />
              <SelectField
                label={`Type of part ${at + 1}`}
                value={type}
                onChange={(event) => change(id, { type: event.target.value as ClaimType })}
              >
                {keysOf(CLAIM_TYPES).map((key) => (
                  <option key={key} value={key}>
                    {CLAIM_TYPES[key].name}
                  </option>
                ))}
              </SelectField>
              {parts.length > LEAST ? (
                <IconButton
                  label={`Remove part ${at + 1}`}
                  onClick={() => draft.change(parts.filter((each) => each.id !== id))}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              ) : null}
            </li>
          ))}
        </ol>
        {parts.length < MOST ? (
          <Button
            size="small"
            variant="quiet"
            className="-ml-2 justify-self-start"
            onClick={() => draft.change([...parts, part()])}
          >
            <Plus size={15} aria-hidden /> Another part
          </Button>
        ) : null}
      </Form>
    </Dialog>
  )
}
