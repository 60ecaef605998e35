import { describe, expect, it } from 'vitest'
import { originsAmong, placeOf, type Origins, type Place } from './standing'
import type { EvidenceStance } from './words'

const CASES: readonly { name: string; stances: readonly EvidenceStance[]; place: Place }[] = [
  { name: 'nobody said', stances: [], place: 'unappraised' },
  { name: 'one said', stances: ['context'], place: 'context' },
  { name: 'all agree', stances: ['refutes', 'refutes'], place: 'refutes' },
  { name: 'most say', stances: ['refutes', 'supports', 'supports'], place: 'supports' },
  { name: 'one against one', stances: ['supports', 'refutes'], place: 'divided' },
  { name: 'two lead, a third is behind', stances: ['context', 'refutes', 'supports', 'refutes', 'supports'], place: 'divided' }, // prettier-ignore
  { name: 'most is not half', stances: ['context', 'refutes', 'supports', 'supports'], place: 'supports' },
]

describe('placeOf', () => {
  it.each(CASES)('$name: $place', ({ stances, place }) => {
    expect(placeOf(stances)).toBe(place)
    expect(placeOf([...stances].reverse())).toBe(place)
  })
})

const from = (originId: string, retracted = false) => ({ source: { originId, retracted } })
const unnamed = { source: null }

const ORIGINS: readonly { name: string; pieces: Parameters<typeof originsAmong>[0]; origins: Origins }[] = [
  { name: 'nothing', pieces: [], origins: { independent: 0, retracted: 0, unnamed: 0 } },
  { name: 'copies', pieces: [from('a'), from('a'), from('b')], origins: { independent: 2, retracted: 0, unnamed: 0 } },
  { name: 'no source', pieces: [unnamed, from('a'), unnamed], origins: { independent: 1, retracted: 0, unnamed: 2 } },
  { name: 'retracted', pieces: [from('a', true), from('b')], origins: { independent: 1, retracted: 1, unnamed: 0 } },
  {
    name: 'one copy of two retracted',
    pieces: [from('a', true), from('a')],
    origins: { independent: 1, retracted: 0, unnamed: 0 },
  },
]

describe('originsAmong', () => {
  it.each(ORIGINS)('$name', ({ pieces, origins }) => {
    expect(originsAmong(pieces)).toEqual(origins)
  })
})
