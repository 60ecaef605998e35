import type { Metadata } from 'next'
import { found } from '@/app/_door/page'
import { ClaimDesk } from '@/components/claim-page/claim-desk'
import { CorrectionList } from '@/components/findings/correction-list'
import { ShowMore } from '@/components/ui/show-more'
import { EmptyState, Notice } from '@/components/ui/small'
import type { Correction } from '@/domain/findings/correction'
import { can } from '@/domain/permissions/policy'
import { listCorrections } from '@/server/findings/list-corrections'
import { moreAddress, pagesAsked, readPages, type Asked } from '../../../read-pages'
import { openProject, ProjectFrame } from '../frame'

export const metadata: Metadata = { title: 'Corrections' }

/** As many as can be looked through; more follow when they are asked for. */
const SHOWN = 200

type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> }

/** What the authors of the documents should change, by document: lists to send. */
export default async function CorrectionsPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/report', '/corrections')
  const { actor, project } = opened
  const asked = await searchParams
  const { items, more } = await found(
    readPages((cursor) => listCorrections(actor, project.id, { limit: SHOWN, cursor }), pagesAsked(asked, 'shown')),
  )
  const { workspaceId } = project
  const writes = can(actor, 'correction:write', project)
  return (
    <ProjectFrame {...opened} title="Corrections for the authors">
      <ClaimDesk
        projectId={project.id}
        me={{ id: actor.id, name: actor.name }}
        annotates={can(actor, 'thread:reply', { workspaceId })}
        moderates={can(actor, 'comment:delete', { workspaceId })}
      >
        <div className="grid gap-8">
          {more ? (
            <Notice>
              These are the first {items.length}. More were proposed after them: show them below before you copy a list,
              or it is not whole.
            </Notice>
          ) : null}
          {byDocument(items).map(({ document, corrections }) => (
            <CorrectionList
              key={document.id}
              document={document}
              corrections={corrections}
              writes={writes}
              edits={can(actor, 'correction:update', project)}
            />
          ))}
          <ShowMore href={more ? moreAddress(asked, 'shown') : null}>Show more corrections</ShowMore>
          {items.length === 0 ? (
            <EmptyState title="Nothing to correct yet">
              Where a passage is wrong, its claim’s page lets you say what it should say. All of that gathers here,
              ready to be sent to the author.
            </EmptyState>
          ) : null}
        </div>
      </ClaimDesk>
    </ProjectFrame>
  )
}

type OfDocument = { document: { id: string; title: string }; corrections: Correction[] }

/** Corrections by document, each in the order of its text. */
function byDocument(corrections: readonly Correction[]): OfDocument[] {
  const groups = new Map<string, OfDocument>()
  for (const correction of corrections) {
    const { documentId: id, documentTitle: title } = correction.passage
    const group = groups.get(id) ?? { document: { id, title }, corrections: [] }
    group.corrections.push(correction)
    groups.set(id, group)
  }
  for (const group of groups.values()) group.corrections.sort((a, b) => a.passage.start - b.passage.start)
  return [...groups.values()]
}
