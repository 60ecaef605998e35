'use client'

import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import type { Crumb } from '@/components/shell/sub-nav'
import type { Person } from '@/domain/people/person'

/** Of so many workspaces, and so many of each kind in one: who has more looks for the others by their pages. */
const MOST = { workspaces: 20, each: 100 }

type Everywhere = { places: readonly Crumb[]; people: readonly Person[] }

/** The workspaces that one belongs to, their projects and members: known by name on any page. Empty until they are here. */
export function useEverywhere(): Everywhere {
  const [found, setFound] = useState<Everywhere>({ places: [], people: [] })
  useEffect(() => {
    const stop = new AbortController()
    // Without them the palette has what else there is, and says if the server can't be reached.
    everywhere(stop.signal).then(setFound, () => undefined)
    return () => stop.abort()
  }, [])
  return found
}

async function everywhere(signal: AbortSignal): Promise<Everywhere> {
  const { items: workspaces } = await call('GET /workspaces', { query: { limit: MOST.workspaces } }, { signal })
  const inside = await Promise.all(workspaces.map(({ id }) => insideOf(id, signal)))
  const people = new Map(inside.flatMap(({ members }) => members.map(({ person }) => [person.id, person])))
  return {
    places: [
      ...workspaces.map(({ id, name }) => ({ name, href: `/w/${id}` })),
      ...inside.flatMap(({ projects }) => projects.map(({ id, name }) => ({ name, href: `/p/${id}` }))),
    ],
    people: [...people.values()],
  }
}

async function insideOf(workspaceId: string, signal: AbortSignal) {
  const asked = { params: { workspaceId }, query: { limit: MOST.each } }
  const [projects, members] = await Promise.all([
    call('GET /workspaces/{workspaceId}/projects', asked, { signal }),
    call('GET /workspaces/{workspaceId}/members', asked, { signal }),
  ])
  return { projects: projects.items, members: members.items }
}
