import { expect, it } from 'vitest'
import type { Source } from '@/domain/evidence/source'
import { groupsOf } from './source-groups'

const PERSON = { id: 'p', name: 'P' }
const source = (name: string, origin: string | null = null): Source => ({
  ...{ id: name, projectId: '', name, url: '', origin: origin === null ? null : { id: origin, name: origin } },
  ...{ copies: 0, evidence: 0, grades: [], retractedAt: null, retractedBy: null, retractedFor: '', findings: [] },
  ...{ author: PERSON, version: 1, createdAt: '' },
})

const CASES: readonly { name: string; sources: readonly Source[]; groups: [string, boolean, string[]][] }[] = [
  { name: 'nothing', sources: [], groups: [] },
  { name: 'a copy before its origin', sources: [source('a', 'z'), source('m'), source('z')], groups: [['z', true, ['a']], ['m', true, []]] }, // prettier-ignore
  { name: 'an origin that is not shown', sources: [source('a', 'z'), source('b', 'z')], groups: [['z', false, ['a', 'b']]] }, // prettier-ignore
]

it.each(CASES)('$name', ({ sources, groups }) => {
  expect(groupsOf(sources).map(({ id, origin, copies }) => [id, origin !== null, copies.map((each) => each.id)])).toEqual(groups) // prettier-ignore
})
