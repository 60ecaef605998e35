'use client'

import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import { everyPage } from '@/client/every-page'
import type { Crumb } from '@/components/shell/sub-nav'
import type { Person } from '@/domain/people/person'

type Everywhere = { places: readonly Crumb[]; people: readonly Person[] }

/** The workspaces that one belongs to, their projects and members: known by name on any page. Empty until they are here. */
export function useEverywhere(): Everywhere {
  const [found, setFound] = useState<Everywhere>({ places: [], people: [] })
  useEffect(() => {
    const stop = new AbortController()
    // Without them the palette has what else there is; that the server can't be reached is said where it is searched.
    everywhere(stop.signal).then(setFound, () => undefined)
    return () => stop.abort()
  }, [])
  return found
}

async function everywhere(signal: AbortSignal): Promise<Everywhere> {
  const workspaces = await everyPage((query) => call('GET /workspaces', { query }, { signal }))
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
  const params = { workspaceId }
  const [projects, members] = await Promise.all([
    everyPage((query) => call('GET /workspaces/{workspaceId}/projects', { params, query }, { signal })),
    everyPage((query) => call('GET /workspaces/{workspaceId}/members', { params, query }, { signal })),
  ])
  return { projects, members }
}
