import { LRUCache } from 'lru-cache'
import { planParts, type Part } from '@/content/html'
import type { ContentNode } from '@/domain/documents/content'
import { flatten, type Flat } from '@/domain/documents/flatten'
import type { PageMark } from '@/domain/documents/page-mark'
import { db } from '../db'

/** A frozen version as the server works with it. It says nothing about who may read it: ask the document each time. */
export type FrozenVersion = {
  id: string
  documentId: string
  workspaceId: string
  projectId: string
  number: number
  sha256: string
  json: ContentNode
  flat: Flat
  text: string
  parts: readonly Part[]
  /** Where pages begin; empty where it has none. */
  pages: readonly PageMark[]
}

/** What the cache may hold, in characters of text; with JSON and blocks each takes some ten bytes. */
const MOST_CHARACTERS = 20_000_000

const shared = globalThis as { assayVersions?: LRUCache<string, FrozenVersion> }
const cache = (shared.assayVersions ??= new LRUCache<string, FrozenVersion>({
  maxSize: MOST_CHARACTERS,
  sizeCalculation: ({ text }) => text.length + 1,
}))

/** Versions that are being loaded: those who ask at the same moment wait for one. */
const loading = new Map<string, Promise<FrozenVersion | null>>()

/** A version by its id, or null. Versions never change, so annotating or opening one does not load three megabytes twice. */
export function findVersion(versionId: string): Promise<FrozenVersion | null> {
  const known = cache.get(versionId)
  if (known) return Promise.resolve(known)
  const under = loading.get(versionId) ?? load(versionId).finally(() => loading.delete(versionId))
  loading.set(versionId, under)
  return under
}

async function load(versionId: string): Promise<FrozenVersion | null> {
  const row = await db.documentVersion.findUnique({
    where: { id: versionId },
    include: { document: { select: { projectId: true } } },
  })
  if (!row) return null
  const { id, documentId, workspaceId, number, sha256, text } = row
  const { projectId } = row.document
  const json = row.json as unknown as ContentNode
  const flat = flatten(json)
  const parts = planParts(json, flat)
  const pages = (row.pages ?? []) as unknown as PageMark[]
  const version = { id, documentId, workspaceId, projectId, number, sha256, json, flat, text, parts, pages }
  cache.set(id, version)
  return version
}
