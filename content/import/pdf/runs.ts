import type { ContentNode } from '@/domain/documents/content'
import { PLAIN, type Face } from './fonts'

export type Raised = 'superscript' | 'subscript' | null

/** Letters beside each other that are set alike. */
export type Run = Face & { text: string; raised: Raised }

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Adds a run to others, as a part of the last one where it is set like that. */
export function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && isAlike(last, run)) last.text += run.text
  else if (run.text !== '') runs.push({ ...run })
}

const isAlike = (one: Run, other: Run) =>
  one.raised === other.raised && one.bold === other.bold && one.italic === other.italic

/** What is left of runs without so many characters at their start. */
export function withoutStart(runs: readonly Run[], length: number): Run[] {
  let left = length
  return runs.flatMap((run) => {
    const text = run.text.slice(left)
    left -= run.text.length - text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** A heading stands out by itself: what its whole text looks like adds nothing. */
export function plainly(runs: readonly Run[]): Run[] {
  const [bold, italic] = [!runs.every((run) => run.bold), !runs.every((run) => run.italic)]
  return runs.map((run) => ({ ...run, bold: run.bold && bold, italic: run.italic && italic }))
}

/** Runs as content. Spaces at their edges belong to nothing that is set apart. */
export function inlineOf(runs: readonly Run[]): ContentNode[] {
  const parted: Run[] = []
  for (const run of runs) {
    const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? []
    for (const each of [
      { ...SPACE, text: before },
      { ...run, text },
      { ...SPACE, text: after },
    ])
      append(parted, each)
  }
  return parted.map(({ text, ...look }) => {
    const marks = [...FACES.filter((face) => look[face]), ...(look.raised ? [look.raised] : [])]
    return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: marks.map((type) => ({ type })) }
  })
}

const SPACE = { ...PLAIN, raised: null }
const FACES = ['bold', 'italic'] as const
