import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { jsonOf, rowsOf } from './rows'
import { safeName } from './safe-name'
import { takenTables } from './tables'
import { webAnnotations } from './web-annotation'
import { only, zipped, type Entry, type Listed } from './zip-stream'

/** Of what the files of an archive are; a change of what is in them gets another number. */
export const SCHEMA_VERSION = 1

const LEFT_OUT =
  'What others keep private, what a seal holds until its reveal, and what was said in rounds that were called off is left out, as it is on every page that whoever took this out can open. This file does not say whether there is any.'

type About = { id: string; name: string; at: Date }

/** Everything of a workspace that the actor may see, as an archive of one moment's clock: its bytes are the same each time. */
export function workspaceArchive(actor: Actor, { id, name, at }: About): AsyncGenerator<Uint8Array> {
  const manifest = (files: readonly Listed[]) =>
    `${JSON.stringify(
      {
        ...{ format: 'assay-workspace', version: SCHEMA_VERSION, workspace: { id, name } },
        ...{ at: at.toISOString(), by: { id: actor.id, name: actor.name }, leftOut: LEFT_OUT, files },
      },
      null,
      1,
    )}\n`
  return zipped(entriesOf(actor, id), at, manifest)
}

async function* entriesOf(actor: Actor, workspaceId: string): AsyncGenerator<Entry> {
  const tables = takenTables(actor, workspaceId)
  for (const [table, taken] of Object.entries(tables)) {
    yield { path: `data/${table}.json`, pieces: jsonOf(rowsOf(taken)) }
  }
  yield { path: 'annotations.jsonld', pieces: jsonOf(webAnnotations(actor, workspaceId)) }
  yield* files(tables.Original, 'originals', ({ versionId }) => readOriginal(String(versionId)))
  yield* files(tables.Attachment, 'attachments', ({ id }) => readAttachment(String(id)))
}

type File = { name: string } & Record<string, unknown>

/** The files that these rows are about, one at a time, each in a folder of its own: two can have one name. */
async function* files(
  table: ReturnType<typeof takenTables>[string] | undefined,
  folder: string,
  read: (row: File) => Promise<Uint8Array>,
): AsyncGenerator<Entry> {
  if (!table) return
  for await (const rows of rowsOf(table)) {
    for (const row of rows as File[]) {
      const bytes = await read(row)
      yield {
        path: `${folder}/${String(row.versionId ?? row.id)}/${safeName(row.name)}`,
        packed: true,
        pieces: only(bytes),
      }
    }
  }
}

const readOriginal = async (versionId: string): Promise<Uint8Array> =>
  (await db.original.findUniqueOrThrow({ where: { versionId }, select: { bytes: true } })).bytes

const readAttachment = async (id: string): Promise<Uint8Array> =>
  (await db.attachment.findUniqueOrThrow({ where: { id }, select: { bytes: true } })).bytes
