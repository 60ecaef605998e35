import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { ClaimDesk } from '@/components/claim-page/claim-desk'
import { tableAddress } from '@/components/claims/claim-table-address'
import { ClaimViews } from '@/components/claims/claim-views'
import { Queue, type Task } from '@/components/reviews/queue'
import { buttonClass } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/small'
import { keysOf, PRIORITIES } from '@/domain/claims/words'
import { can, type Actor } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'
import { listRounds } from '@/server/reviews/list-rounds'
import { openProject, ProjectFrame } from '../../frame'
import { readPages } from '../../../../read-pages'
import { countWaiting } from '../../waiting'

export const metadata: Metadata = { title: 'Work through' }

/** As many claims as anyone does in one go. */
const MOST = 100
/** How many rounds are read at a time: all that wait are looked at, so that none is taken for a claim to clear. */
const PAGE = 200

export default async function QueuePage({ params }: { params: Promise<{ projectId: string }> }) {
  const opened = await openProject((await params).projectId, '/claims', '/claims/queue')
  const { actor, project } = opened
  const { workspaceId, id: projectId } = project
  const [{ tasks, more }, waiting] = await Promise.all([readTasks(actor, projectId), countWaiting(actor, projectId)])
  return (
    <ProjectFrame {...opened} wide title="Claims">
      <div className="mb-5">
        <ClaimViews projectId={projectId} current="queue" waiting={waiting} />
      </div>
      {tasks.length === 0 ? (
        <Nothing projectId={projectId} />
      ) : (
        <ClaimDesk
          projectId={projectId}
          me={{ id: actor.id, name: actor.name }}
          annotates={can(actor, 'thread:reply', { workspaceId })}
          moderates={can(actor, 'comment:delete', { workspaceId })}
        >
          {more ? <LeftOut projectId={projectId} /> : null}
          <Queue projectId={projectId} tasks={tasks} />
        </ClaimDesk>
      )}
    </ProjectFrame>
  )
}

/** What waits for the actor: the urgent first, and of these the verdicts, which others wait for. */
async function readTasks(actor: Actor, projectId: string): Promise<{ tasks: Task[]; more: boolean }> {
  const [claims, rounds] = await found(
    Promise.all([
      listClaims(actor, projectId, { sort: 'priority', text: '', waiting: 'true', limit: MOST }),
      readPages((cursor) => listRounds(actor, projectId, { state: 'open', waiting: 'true', limit: PAGE, cursor })),
    ]),
  )
  const asked = new Map(rounds.items.map((round) => [round.claimId, round]))
  const tasks = claims.items.map((claim) => ({ claim, round: asked.get(claim.id) ?? null }))
  const urgency = keysOf(PRIORITIES)
  const place = ({ claim, round }: Task) => 2 * urgency.indexOf(claim.priority) + (round ? 0 : 1)
  return { tasks: tasks.toSorted((a, b) => place(a) - place(b)), more: claims.next !== null }
}

/** More waits than comes here: what is left out, and where one can choose among all of it. */
const LeftOut = ({ projectId }: { projectId: string }) => (
  <div className="mx-auto mb-4 max-w-3xl">
    <Notice>
      The {MOST} most urgent come here; open this page anew when they are done. All that waits for you stands in the{' '}
      <Link href={tableAddress(projectId, { sort: 'priority', waiting: 'true' })} className="link">
        table
      </Link>
      , where it can be narrowed to a document or a type.
    </Notice>
  </div>
)

function Nothing({ projectId }: { projectId: string }) {
  return (
    <div className="border-line-strong rounded-xl border border-dashed">
      <EmptyState
        title="Nothing waits for you"
        action={
          <Link href={`/p/${projectId}/claims`} className={buttonClass()}>
            To the claims
          </Link>
        }
      >
        <p>
          Claims that two people can clear come here one after another, and those of which a verdict of yours is asked.
          All of it can be done by keyboard.
        </p>
      </EmptyState>
    </div>
  )
}
