import { v7 } from 'uuid'
import { call, Problem } from '@/client/call'
import type { Source } from '@/domain/evidence/source'

/** A source as far as a form needs it. */
export type KnownSource = { id: string; name: string; origin: { id: string; name: string } | null }

/** What people say of a source. */
export type SourceFields = { name: string; url: string; origin: KnownSource['origin'] }

/** Where evidence comes from: not said, from a source that is there, or from one that is made when the form is saved. */
export type SourceChoice =
  { kind: 'none' } | ({ kind: 'known' } & KnownSource) | ({ kind: 'new'; id: string } & SourceFields)

export const NO_SOURCE: SourceChoice = { kind: 'none' }

export const knownSource = ({ id, name, origin }: KnownSource): SourceChoice => ({ kind: 'known', id, name, origin })

/** A source that is to be made. Whatever else is said of it, it gets another id, so that a retry has one effect. */
export const newSource = (fields: SourceFields): SourceChoice => ({ kind: 'new', id: v7(), ...fields })

/** The id of the source that is chosen, which is made first if it is new; null for none. */
export async function settledSource(projectId: string, choice: SourceChoice): Promise<string | null> {
  if (choice.kind === 'none') return null
  if (choice.kind === 'new') await inside('source', createSource(projectId, choice.id, choice))
  return choice.id
}

export function createSource(projectId: string, id: string, { name, url, origin }: SourceFields): Promise<Source> {
  const body = { id, name, url: url.trim(), originId: origin?.id ?? null }
  return call('POST /projects/{projectId}/sources', { params: { projectId }, body }, { idempotencyKey: id })
}

/** Names the fields that were refused as those of a part of a form: `name` becomes `source.name`. */
async function inside<T>(part: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Problem) || !Array.isArray(error.details.fields)) throw error
    const fields = (error.details.fields as { field: string; message: string }[]).map(({ field, message }) => ({
      field: `${part}.${field}`,
      message,
    }))
    throw new Problem(error.status, error.message, { ...error.details, fields })
  }
}
