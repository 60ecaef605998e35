import type { Retraction, Source, SourceChange, SourceDraft } from '@/domain/evidence/source'
import type { EventKind } from '@/domain/event'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { findProject } from '../projects/find-project'
import { findSource, findSources, type SourceFacts } from './find-source'
import { originOf } from './origin'
import { readSource } from './present-source'

/** Adds a source to a project: an origin, or a copy of one. */
export async function createSource(actor: Actor, projectId: string, { id, ...said }: SourceDraft): Promise<Source> {
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'evidence:add', project, 'project')
    const { workspaceId } = project
    const named = said.originId === null ? null : await findSource(said.originId, tx)
    const originId = await originOf(tx, { projectId }, said.originId, named)
    await tx.source.create({ data: { id, workspaceId, projectId, authorId: actor.id, ...said, originId } })
    return { answer: await readSource(actor, id, tx), happened: told({ id, workspaceId, projectId }, 'source.added') }
  })
}

/** Changes a source, or says which one it copies; a stale change is refused with both. */
export async function updateSource(
  actor: Actor,
  sourceId: string,
  { version, ...said }: SourceChange,
): Promise<Source> {
  return record(actor, async (tx) => {
    const sources = await findSources(said.originId === null ? [sourceId] : [sourceId, said.originId], tx)
    const found = sources.get(sourceId)
    authorise(actor, 'source:update', found, 'source')
    await requireVersion(actor, tx, found, version, said)
    const originId = await originOf(tx, found, said.originId, sources.get(said.originId ?? ''))
    await tx.source.update({ where: { id: sourceId }, data: { ...said, originId, version: version + 1 } })
    return { answer: await readSource(actor, sourceId, tx), happened: told(found, 'source.updated') }
  })
}

/** Marks a source as retracted, for all who look at what rests on it. There is no way back, since others were told. */
export async function retractSource(actor: Actor, sourceId: string, { version, reason }: Retraction): Promise<Source> {
  return record(actor, async (tx) => {
    const found = await findSource(sourceId, tx)
    authorise(actor, 'source:retract', found, 'source')
    if (found.retracted) {
      const theirs = await readSource(actor, sourceId, tx)
      throw new Refusal('conflict', `${theirs.retractedBy?.name ?? 'Someone'} has retracted this source already.`, {
        theirs,
      })
    }
    await requireVersion(actor, tx, found, version, { reason })
    const retracted = { retractedAt: new Date(), retractedById: actor.id, retractedFor: reason }
    await tx.source.update({ where: { id: sourceId }, data: { ...retracted, version: version + 1 } })
    return { answer: await readSource(actor, sourceId, tx), happened: told(found, 'source.retracted') }
  })
}

/** Refuses a change that was made on another version of the source. */
async function requireVersion(actor: Actor, tx: Tx, found: SourceFacts, version: number, yours: object): Promise<void> {
  if (found.version === version) return
  const theirs = await readSource(actor, found.id, tx)
  throw new Refusal('conflict', 'This source was changed meanwhile.', { theirs, yours })
}

/** Sources are the project's: whoever reads it hears of them. */
function told({ id, workspaceId, projectId }: Place, kind: EventKind): Happened {
  return { in: { kind: 'project', id: projectId }, kind, subject: id, workspaceId }
}

type Place = { id: string; workspaceId: string; projectId: string }
