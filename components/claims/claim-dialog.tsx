'use client'

import { useRouter } from 'next/navigation'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { CheckField } from '@/components/ui/check-field'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { StateBadge } from './claim-badges'
import { MoreFields, TypeField } from './claim-fields'
import { lacksConsent, withFields, type ClaimForm } from './claim-form'
import { counted } from './counted'
import type { PassageDraft } from './passage-draft'
import { ReadingFields } from './reading-fields'
import { saveClaim } from './save-claim'
import { SimilarClaims } from './similar-claims'
import { StatementField } from './statement-field'
import { useSimilar } from './use-similar'

type Props = {
  projectId: string
  form: ClaimForm
  onChange: (form: ClaimForm) => void
  onSaved: (claimId: string, form: ClaimForm) => void
  onDiscard: () => void
  /** Leaves it for later: what is written stays. */
  onClose: () => void
}

/**
 * Proposes a claim with its passages. Claims that are like it are offered first: taking one makes the passages occurrences
 * of that. Enter in the statement saves.
 */
export function ClaimDialog(props: Props) {
  const { projectId, form, onChange, onSaved, onDiscard, onClose } = props
  const { passages, reading, share, into } = form
  const action = useAction(async (key, draft: ClaimForm) => {
    onSaved(await saveClaim(projectId, key, draft), draft)
  })
  const consents = passages.some((passage) => passage.private)
  return (
    <Dialog title={into ? 'Another occurrence' : 'New claim'} onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!action.busy && !lacksConsent(form)) void action.run(form)
        }}
        error={errorBeside(action, 'statement', 'claimant', 'asOf', 'claimedOn')}
        fields={action.fields}
        footer={
          <DialogActions>
            <Button variant="quiet" onClick={onDiscard}>
              Discard
            </Button>
            <Button
              key={into ? 'occurrence' : 'claim'}
              type="submit"
              variant="primary"
              autoFocus={into !== null}
              busy={action.busy}
              disabled={action.busy || lacksConsent(form)}
            >
              {into ? 'Save' : 'Save claim'}
            </Button>
          </DialogActions>
        }
      >
        <Passages passages={passages} />
        {into ? <Chosen {...props} /> : <Proposal {...props} errors={action.fields} />}
        {passages.length > 0 ? (
          <div className="grid gap-3 sm:grid-cols-2">
            <ReadingFields reading={reading} onChange={(reading) => onChange({ ...form, reading, touched: true })} />
          </div>
        ) : null}
        {consents ? (
          <CheckField checked={share} onChange={(share) => onChange({ ...form, share, touched: true })}>
            The team will see this annotation, which only you see so far, with what is said in it.
          </CheckField>
        ) : null}
        {into ? null : (
          <MoreFields
            fields={form.fields}
            errors={action.fields}
            onChange={(change) => onChange(withFields(form, change))}
          />
        )}
      </Form>
    </Dialog>
  )
}

function Passages({ passages }: { passages: readonly PassageDraft[] }) {
  if (passages.length === 0) return null
  return (
    <ul aria-label={counted(passages.length, 'passage')} className="grid gap-1.5">
      {passages.map(({ annotationId, exact }) => (
        <li key={annotationId}>
          <blockquote className="text-ink-soft border-line-strong line-clamp-2 border-l-2 pl-2 font-serif text-sm wrap-anywhere">
            {exact}
          </blockquote>
        </li>
      ))}
    </ul>
  )
}

/** What the claim is to say, with those that say much the same. */
function Proposal({ projectId, form, onChange, errors }: Props & { errors: Readonly<Record<string, string>> }) {
  const router = useRouter()
  const { fields, passages } = form
  const annotationIds = passages.filter(({ annotated }) => annotated).map(({ annotationId }) => annotationId)
  const similar = useSimilar(projectId, { statement: fields.statement, annotationIds })
  return (
    <>
      <StatementField
        label="Statement"
        value={fields.statement}
        error={errors.statement}
        hint="As it can be judged by itself. Enter saves."
        focusFirst
        onChange={(statement) => onChange(withFields(form, { statement }))}
      />
      <SimilarClaims
        title={
          passages.length > 0 ? 'Is it one of these? Then this is another occurrence of it.' : 'Is it one of these?'
        }
        claims={similar}
        onChoose={(into) => {
          if (passages.length > 0) onChange({ ...form, into, touched: true })
          else router.push(`/c/${into.id}`)
        }}
      />
      <TypeField fields={fields} onChange={(change) => onChange(withFields(form, change))} />
    </>
  )
}

/** The claim that was taken in place of a new one. */
function Chosen({ form, onChange }: Props) {
  const { into } = form
  if (!into) return null
  return (
    <div className="border-accent bg-accent-wash rounded-md border px-3 py-2">
      <p className="text-ink-soft flex items-center gap-2 text-sm">
        This is another occurrence of <StateBadge state={into.state} />
      </p>
      <p className="mt-0.5 font-serif wrap-anywhere">{into.statement}</p>
      <Button size="small" variant="quiet" className="mt-1 -ml-2" onClick={() => onChange({ ...form, into: null })}>
        No, it is a claim of its own
      </Button>
    </div>
  )
}
