import type { Span } from '../annotations/selector'

/** A stretch of text that someone looked at, and the id of what they found or said. */
export type Looked = Span & { id: string }

/** A sentence with what was found in it: the ids of claims, and of the spans by which it is cleared. */
export type CoveredSentence = Span & {
  status: 'claimed' | 'cleared' | 'unseen'
  claimIds: string[]
  clearedBy: string[]
}

/**
 * What of a text was looked at, sentence by sentence (in order, not overlapping). A sentence is claimed where a passage
 * with a claim has any part of it, and else cleared where one span of those in which there is nothing to check has more
 * than half of it.
 */
export function cover(
  sentences: readonly Span[],
  { claims, cleared }: { claims: readonly Looked[]; cleared: readonly Looked[] },
): CoveredSentence[] {
  const covered = sentences.map((sentence): CoveredSentence => ({
    ...sentence,
    status: 'unseen',
    claimIds: [],
    clearedBy: [],
  }))
  for (const span of cleared) {
    for (const sentence of under(covered, span)) {
      if (!clears(span, sentence)) continue
      sentence.status = 'cleared'
      sentence.clearedBy.push(span.id)
    }
  }
  for (const passage of claims) {
    for (const sentence of under(covered, passage)) {
      sentence.status = 'claimed'
      if (!sentence.claimIds.includes(passage.id)) sentence.claimIds.push(passage.id)
    }
  }
  return covered
}

/** Whether a span has more than half of a sentence. */
export function clears(span: Span, sentence: Span): boolean {
  const common = Math.min(span.end, sentence.end) - Math.max(span.start, sentence.start)
  return 2 * common > sentence.end - sentence.start
}

/** The sentences of which a span has a part. */
export function under<S extends Span>(sentences: readonly S[], span: Span): S[] {
  const first = firstEndingAfter(sentences, span.start)
  const found: S[] = []
  for (let at = first; at < sentences.length; at++) {
    const sentence = sentences[at]
    if (!sentence || sentence.start >= span.end) break
    found.push(sentence)
  }
  return found
}

function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? Infinity) > offset) high = middle
    else low = middle + 1
  }
  return low
}
