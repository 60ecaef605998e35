'use client'

import { useState } from 'react'
import clsx from 'clsx'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import type { VerdictForm } from '@/domain/claims/forms'
import type { Dissent, Finding } from '@/domain/findings/finding'
import type { Verdict } from '@/domain/reviews/verdict'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { showError, showToast } from '@/components/ui/toast'
import { DissentDialog } from './dissent-dialog'
import { isPinned, isRetractable, isWritable, publishingDeed } from './open-to'
import { PublishDialog } from './publish-dialog'
import { RetractDialog } from './retract-dialog'
import { useFindingChanged } from './use-finding'

/** What is looked at: what is published, the draft, or the draft to be written. */
export type View = 'published' | 'draft' | 'edit'

/** What the reader may do with findings, by their role. */
export type May = { writes: boolean; publishes: boolean }

type Props = {
  finding: Finding
  form: VerdictForm | null
  verdicts: readonly Verdict[]
  may: May
  view: View
  onView: (view: View) => void
}

/** What can be looked at, and done now by the one who reads. */
export function FindingDeeds({ finding, form, verdicts, may, view, onView }: Props) {
  const { me } = useDesk()
  const [opened, setOpened] = useState<'dissent' | 'publish' | 'retract' | null>(null)
  const withdraw = useWithdrawal(finding)
  const { reviewers, dissents, published, changed } = finding
  const mine = dissents.find(({ author }) => author.id === me.id) ?? null
  const dissenting = !isPinned(finding) && may.writes && reviewers.some(({ id }) => id === me.id)
  const deed =
    may.publishes && (view === 'draft' || (view === 'published' && !changed)) ? publishingDeed(finding) : null
  const close = () => setOpened(null)
  return (
    <div className="no-print flex flex-wrap items-center gap-2 empty:hidden">
      {published && (changed || view !== 'published') ? <Views view={view} onView={onView} /> : null}
      {may.writes && view !== 'edit' && isWritable(finding) ? (
        <Button onClick={() => onView('edit')}>
          {published && !changed ? 'Write a correction' : 'Edit the draft'}
        </Button>
      ) : null}
      {dissenting ? (
        <Button onClick={() => setOpened('dissent')}>{mine ? 'Change my dissent' : 'Dissent'}</Button>
      ) : null}
      {dissenting && mine ? (
        <Button variant="quiet" onClick={() => void withdraw(mine)}>
          Withdraw my dissent
        </Button>
      ) : null}
      {may.publishes && view === 'published' && isRetractable(finding) ? (
        <Button variant="danger" onClick={() => setOpened('retract')}>
          Retract
        </Button>
      ) : null}
      {deed && (changed || deed === 'publish') ? (
        <Button variant="primary" onClick={() => setOpened('publish')}>
          {deed === 'correct' ? 'Publish the correction' : 'Publish'}
        </Button>
      ) : null}
      {opened === 'dissent' ? <DissentDialog finding={finding} scale={form} mine={mine} onClose={close} /> : null}
      {opened === 'publish' ? (
        <PublishDialog
          {...{ finding, form, verdicts }}
          corrects={deed === 'correct'}
          onDone={() => {
            close()
            onView('published')
          }}
          onClose={close}
        />
      ) : null}
      {opened === 'retract' ? <RetractDialog finding={finding} onClose={close} /> : null}
    </div>
  )
}

const VIEWS = [
  { view: 'published', name: 'Published' },
  { view: 'draft', name: 'Draft' },
] as const

function Views({ view, onView }: Pick<Props, 'view' | 'onView'>) {
  return (
    <div role="group" aria-label="Shown" className="border-line-mid mr-2 flex rounded-md border p-0.5">
      {VIEWS.map((each) => (
        <button
          key={each.view}
          type="button"
          aria-pressed={view === each.view || (view === 'edit' && each.view === 'draft')}
          onClick={() => onView(each.view)}
          className={clsx('rounded px-2.5 py-1 text-sm', 'aria-pressed:bg-accent-wash aria-pressed:text-accent')}
        >
          {each.name}
        </button>
      ))}
    </div>
  )
}

function useWithdrawal({ id: findingId }: Finding): (dissent: Dissent) => Promise<void> {
  const changed = useFindingChanged()
  const again = ({ rating, likelihood, confidence, json }: Dissent) =>
    call('POST /findings/{findingId}/dissents', {
      params: { findingId },
      body: { id: v7(), rating, likelihood, confidence, json },
    }).then(() => changed(findingId), showError)
  return (dissent) =>
    call('DELETE /dissents/{dissentId}', { params: { dissentId: dissent.id } })
      .then(() => {
        const action = { name: 'Undo', run: () => void again(dissent) }
        showToast({ text: 'Your dissent is withdrawn; published versions keep it.', action })
        return changed(findingId)
      })
      .catch(showError)
}
