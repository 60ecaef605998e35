import type { Span } from '@/domain/annotations/selector'

/** A passage that a claim is made in, with the claim's number in the list beside the text. */
export type ColouredPassage = Span & { number: number; split: number | null }

/** A stretch of text in which the same claims are made; `split` is the largest of theirs, `ends` the numbers that end here. */
export type Stretch = { start: number; text: string; claimed: boolean; split: number | null; ends: number[] }

/** A block of the text in stretches, or so many blocks without a claim that are left out. */
export type ColouredBlock = (Block & { stretches: Stretch[] }) | { at: number; leftOut: number }

/** A text block of a document as it lies in its text. */
export type Block = { at: number; end: number; heading: boolean }

/** How many blocks in a row, none of which has a claim or is beside one that has, are left out. */
const LONG_RUN = 3

/** Cuts a text where claims begin and end, so that each stretch has one colour; long runs without a claim are left out. */
export function coloured(
  text: string,
  blocks: readonly Block[],
  passages: readonly ColouredPassage[],
): ColouredBlock[] {
  const cut = blocks.map((block) => ({
    block,
    here: passages.filter(({ start, end }) => start < block.end && end > block.at),
  }))
  const near = (index: number) => [index - 1, index, index + 1].some((each) => (cut[each]?.here.length ?? 0) > 0)
  const shown: ColouredBlock[] = []
  for (let index = 0; index < cut.length; index++) {
    const one = cut[index]
    if (!one) continue
    let run = 0
    while (index + run < cut.length && !near(index + run)) run++
    if (run < LONG_RUN) shown.push({ ...one.block, stretches: stretchesOf(text, one.block, one.here) })
    else {
      shown.push({ at: one.block.at, leftOut: run })
      index += run - 1
    }
  }
  return shown
}

function stretchesOf(text: string, { at, end }: Block, passages: readonly ColouredPassage[]): Stretch[] {
  const within = passages.flatMap((passage) => [passage.start, passage.end]).filter((edge) => edge > at && edge < end)
  const edges = [...new Set([at, ...within, end])].sort((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const to = edges[index + 1] ?? end
    const over = passages.filter((passage) => passage.start < to && passage.end > start)
    const splits = over.flatMap(({ split }) => split ?? [])
    return {
      start,
      text: text.slice(start, to),
      claimed: over.length > 0,
      split: splits.length > 0 ? Math.max(...splits) : null,
      ends: numbersEnding(over, to),
    }
  })
}

/** The numbers of the claims that end at an offset, each once. */
const numbersEnding = (passages: readonly ColouredPassage[], to: number): number[] =>
  [...new Set(passages.filter(({ end }) => end === to).map(({ number }) => number))].sort((a, b) => a - b)
