import { AddEvidence } from '@/components/evidence/add-evidence'
import { EvidenceBoard } from '@/components/evidence/evidence-board'
import { Questions } from '@/components/evidence/questions'
import type { Claim } from '@/domain/claims/claim'
import { PINNED } from '@/domain/claims/states'
import { can, type Actor, type Permission } from '@/domain/permissions/policy'
import { listOccurrences } from '@/server/claims/list-occurrences'
import { config } from '@/server/config'
import { listEvidence } from '@/server/evidence/list-evidence'
import { listQuestions } from '@/server/evidence/list-questions'
import { readPages } from '../../read-pages'

/** How many are read at a time: people look at these lists as a whole. */
const PAGE = 200

const all = async <T,>(read: Parameters<typeof readPages<T>>[0]): Promise<T[]> => (await readPages(read)).items

/** What speaks for a claim and what against it, and the questions that were put to people about it. */
export async function ClaimEvidence({ actor, claim }: { actor: Actor; claim: Claim }) {
  const { id: claimId, projectId, workspaceId } = claim
  const [pieces, questions, occurrences] = await Promise.all([
    all((cursor) => listEvidence(actor, claimId, { limit: PAGE, cursor })),
    all((cursor) => listQuestions(actor, claimId, { limit: PAGE, cursor })),
    all((cursor) => listOccurrences(actor, claimId, { limit: PAGE, cursor })),
  ])
  const pinned = PINNED.includes(claim.state)
  const may = (permission: Permission, authorId = claim.author.id) => can(actor, permission, { workspaceId, authorId })
  const theirs = (permission: Permission, rows: readonly { id: string; author: { id: string } }[]) =>
    rows.filter(({ author }) => may(permission, author.id)).map(({ id }) => id)
  const place = {
    ...{ projectId, claimId, me: actor.id, mostBytes: config.limits.uploadBytes },
    occurrences: occurrences.map(({ passage }) => passage.annotationId),
  }
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-soft max-w-prose">
          {pinned
            ? 'In review. Everyone sees what is added; how people appraise it is held until the reveal.'
            : 'Each piece stands where most of those who appraised it put it. Copies of one origin count once.'}
        </p>
        {may('evidence:add') ? <AddEvidence place={place} /> : null}
      </div>
      <EvidenceBoard
        projectId={projectId}
        pieces={pieces}
        me={actor.id}
        appraises={may('evidence:appraise')}
        changeable={pinned ? [] : theirs('evidence:update', pieces)}
      />
      <Questions
        projectId={projectId}
        claimId={claimId}
        questions={questions}
        asks={may('question:write')}
        changeable={theirs('question:update', questions)}
      />
    </div>
  )
}
