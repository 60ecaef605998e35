'use client'

import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import { ChooseClaim } from '@/components/claims/choose-claim'
import type { StandingClaim } from '@/components/claims/conflict-side'
import type { PassageDraft } from '@/components/claims/passage-draft'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'
import { AppraisalFields } from './appraisal-fields'
import { BEGUN, citedAs, saveCitation, type Citation } from './citation'

/** A passage that is to be cited, with the claims that are made there. */
export type CitedPlace = { passage: PassageDraft; standing: readonly StandingClaim[] }

type Props = CitedPlace & {
  projectId: string
  /** The id of the reader. */
  me: string
  onSaved: (claimId: string) => void
  onClose: () => void
}

/** Asks for which claim a passage is evidence, and how it speaks to that. What is begun stays until it is saved or discarded. */
export function CiteDialog({ projectId, me, passage, standing, onSaved, onClose }: Props) {
  const { documentId, start, end, exact } = passage
  const draft = useDraft<Citation>(`${me}/cite/${documentId}/${start}-${end}`, BEGUN)
  const { claim, share, appraisal } = draft.value
  const change = (part: Partial<Citation>) => draft.change({ ...draft.value, ...part })
  const save = useAction(async (id, said: Citation, claimId: string) => {
    await saveCitation(claimId, id, citedAs(passage, standing, claimId), said)
    draft.drop()
    onSaved(claimId)
  })
  const made = standing.find(({ claimId }) => claimId === claim?.id)
  const lacksConsent = passage.private && !share
  if (!draft.ready) return null
  return (
    <Dialog title="Cite as evidence" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (claim && !lacksConsent && !save.busy) void save.run(draft.value, claim.id)
        }}
        error={errorBeside(save, 'appraisal.reason')}
        fields={save.fields}
        footer={
          <DialogActions>
            <Button
              variant="quiet"
              onClick={() => {
                draft.drop()
                onClose()
              }}
            >
              Discard
            </Button>
            <Button
              type="submit"
              variant="primary"
              busy={save.busy}
              disabled={save.busy || claim === null || lacksConsent}
            >
              Add evidence
            </Button>
          </DialogActions>
        }
      >
        <blockquote className="border-line-strong line-clamp-4 border-l-2 pl-2.5 font-serif wrap-anywhere">
          {exact}
        </blockquote>
        <ChooseClaim
          projectId={projectId}
          like={exact}
          label="Evidence for or against"
          value={claim}
          onChange={(next) => change({ claim: next })}
        />
        {made ? (
          <Notice tone="warning">
            The claim itself is made in this passage, so it can’t speak for it: that would be a circle.
            {made.exactly ? ' It will be marked.' : ''}
          </Notice>
        ) : null}
        <AppraisalFields
          form={appraisal}
          errors={save.fields}
          brief
          optional
          onChange={(next) => change({ appraisal: next })}
        />
        {passage.private ? (
          <CheckField checked={share} onChange={(next) => change({ share: next })}>
            The team will see this annotation, which only you see so far, with what is said in it.
          </CheckField>
        ) : null}
      </Form>
    </Dialog>
  )
}
