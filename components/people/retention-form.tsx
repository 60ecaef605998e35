'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import type { Retention } from '@/domain/people/workspace'

/**
 * What is no number goes as it was typed, for the server to refuse: `NaN` would be null in JSON, which is for always.
 */
function daysIn(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d+$/.test(typed) ? Number(typed) : (typed as unknown as number)
}
const shown = (days: number | null): string => (days === null ? '' : String(days))

/** How long a workspace keeps what nobody needs any more; empty is for always. */
export function RetentionForm({ workspaceId, retention }: { workspaceId: string; retention: Retention }) {
  const router = useRouter()
  const save = useAction(async (idempotencyKey, body: Retention) => {
    await call('PUT /workspaces/{workspaceId}/retention', { params: { workspaceId }, body }, { idempotencyKey })
    showToast({ text: 'Saved.' })
    router.refresh()
  })
  return (
    <Form
      onSubmit={({ trashDays = '', auditDays = '' }) =>
        void save.run({ trashDays: daysIn(trashDays), auditDays: daysIn(auditDays) })
      }
      error={errorBeside(save, 'trashDays', 'auditDays')}
      fields={save.fields}
      footer={
        <div>
          <Button type="submit" busy={save.busy}>
            Save days
          </Button>
        </div>
      }
    >
      <TextField
        label="Days in the trash"
        name="trashDays"
        inputMode="numeric"
        defaultValue={shown(retention.trashDays)}
        error={save.fields.trashDays}
        hint="After that, documents in the trash and deleted annotations and comments are removed for good. What a claim or a finding cites stays. Empty: kept always."
      />
      <TextField
        label="Days in the audit log"
        name="auditDays"
        inputMode="numeric"
        defaultValue={shown(retention.auditDays)}
        error={save.fields.auditDays}
        hint="After that, its lines are removed. Empty: kept always."
      />
    </Form>
  )
}
