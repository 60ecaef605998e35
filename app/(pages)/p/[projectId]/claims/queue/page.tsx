import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { ClaimDesk } from '@/components/claim-page/claim-desk'
import { ClaimViews } from '@/components/claims/claim-views'
import { Queue, type Task } from '@/components/reviews/queue'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/small'
import { keysOf, PRIORITIES } from '@/domain/claims/words'
import { can, type Actor } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'
import { listRounds } from '@/server/reviews/list-rounds'
import { openProject, ProjectFrame } from '../../frame'
import { countWaiting } from '../../waiting'

export const metadata: Metadata = { title: 'Work through' }

/** As many as anyone does in one go. */
const MOST = 100

export default async function QueuePage({ params }: { params: Promise<{ projectId: string }> }) {
  const opened = await openProject((await params).projectId, '/claims', '/claims/queue')
  const { actor, project } = opened
  const { workspaceId, id: projectId } = project
  const [tasks, waiting] = await Promise.all([readTasks(actor, projectId), countWaiting(actor, projectId)])
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
          <Queue projectId={projectId} tasks={tasks} />
        </ClaimDesk>
      )}
    </ProjectFrame>
  )
}

/** What waits for the actor: the urgent first, and of these the verdicts, which others wait for. */
async function readTasks(actor: Actor, projectId: string): Promise<Task[]> {
  const [claims, rounds] = await found(
    Promise.all([
      listClaims(actor, projectId, { sort: 'priority', text: '', waiting: 'true', limit: MOST }),
      listRounds(actor, projectId, { state: 'open', waiting: 'true', limit: MOST }),
    ]),
  )
  const asked = new Map(rounds.items.map((round) => [round.claimId, round]))
  const tasks = claims.items.map((claim) => ({ claim, round: asked.get(claim.id) ?? null }))
  const urgency = keysOf(PRIORITIES)
  const place = ({ claim, round }: Task) => 2 * urgency.indexOf(claim.priority) + (round ? 0 : 1)
  return tasks.toSorted((a, b) => place(a) - place(b))
}

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
