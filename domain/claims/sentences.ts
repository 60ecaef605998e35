import { splitsCharacter, type Span } from '../annotations/selector'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * How much of a line the segmenter gets at once, in UTF-16 units: the time it takes grows with the square of that. A
 * sentence that is longer is cut here.
 */
const STRETCH = 5_000

/** As much of the end of a piece as is needed to see its last word. */
const TAIL = 40

/** After these, what follows is part of the same sentence. */
const NEVER_LAST = wordsOf(`
  Mr Mrs Ms Messrs Mmes Dr Prof Rev Hon St Mt Ft Gen Col Lt Capt Cmdr Sgt Maj Adm Gov Sen Rep Pres Amb Sec Supt
  vs e.g i.e cf viz ca approx`)

/** These belong to the number that follows, if one does: "No. 5" and "Jan. 4", but "He said no." */
const BEFORE_NUMBERS = wordsOf(`
  No Nos Nr Fig Figs Art Arts Sec Secs Ch Chs Vol Vols Eq Eqs Tab App p pp par para
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`)

/** These end a sentence, or stand in it before a name: "Apple Inc. said", "the U.S. Senate". */
const BEFORE_NAMES = wordsOf('Inc Corp Ltd Co Bros Jr Sr Dept Univ Assn')

/** Words that begin sentences and no names. */
const OPENERS = wordsOf(`
  A An The This That These Those It Its He His She Her They Their We Our You Your I My There Here Both Some Many Most
  In On At By For From With Without As If When While After Before Since Because Although Though Despite During
  But And Or So Yet Nor However Meanwhile Moreover Also Still Then Thus Instead According What Who Why How Which`)

type Rule = (before: Ending, after: string) => boolean

/** How a piece ends: its last word without closing quotes, and without its full stop. */
type Ending = { word: string; all: string }

/** When two pieces of the segmenter, the second trimmed, are one sentence. */
const GOES_ON: Readonly<Record<string, Rule>> = {
  'no sentence begins with a small letter': (_, after) => /^\p{Ll}/u.test(after),
  'a counter is no sentence: 1. or A.': ({ all }) => /^(\d{1,3}|\p{L}|[ivx]+)\.$/iu.test(all),
  'a title or the like': ({ word }) => NEVER_LAST.has(word),
  'what belongs to a number': ({ word }, after) => BEFORE_NUMBERS.has(word) && /^\d/.test(after),
  'initials, "U.S." or "Inc." before a name': ({ word }, after) =>
    (/^\p{Lu}$/u.test(word) || /^(\p{Lu}\p{Ll}?\.)+\p{Lu}$/u.test(word) || BEFORE_NAMES.has(word)) && !opens(after),
}

/**
 * The sentences of a text in UTF-16 offsets, in order, without the white space around them. A sentence never crosses a
 * line: text blocks are joined by line breaks. What has no letter or digit is none.
 *
 * The rules of Unicode (UAX 29) find them; where these break after an abbreviation, as they do without a dictionary, the
 * pieces are put together again. That can join two sentences, after "U.S." say, which matters less than half a sentence.
 */
export function* sentencesOf(text: string): Generator<Span> {
  for (const line of linesOf(text)) {
    let open: Span | null = null
    for (const found of piecesOf(text, line)) {
      const note: number = open ? noteAfter(text, open, found) : 0
      if (open && note > 0) open = { start: open.start, end: found.start + note }
      const piece = note > 0 ? trimmed(text, { start: found.start + note, end: found.end }) : found
      if (!piece) continue
      if (open && goesOn(text, open, piece)) open = { start: open.start, end: piece.end }
      else {
        if (open) yield open
        open = piece
      }
    }
    if (open) yield open
  }
}

function* linesOf(text: string): Generator<Span> {
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    yield { start, end }
    start = end + 1
  }
}

/** What the segmenter takes for sentences, trimmed. The last piece of a stretch may go on: it begins the next one. */
function* piecesOf(text: string, line: Span): Generator<Span> {
  for (let start = line.start; start < line.end;) {
    const most = Math.min(start + STRETCH, line.end)
    const stop = splitsCharacter(text, most) ? most - 1 : most
    const found = [...segmenter.segment(text.slice(start, stop))]
    const whole = stop === line.end || found.length === 1 ? found : found.slice(0, -1)
    for (const { segment } of whole) {
      const piece = trimmed(text, { start, end: start + segment.length })
      if (piece) yield piece
      start += segment.length
    }
  }
}

/** U+FFFC stands for what is no text: pictures and the like. */
function trimmed(text: string, { start, end }: Span): Span | null {
  const piece = text.slice(start, end)
  if (!/[\p{L}\p{N}]/u.test(piece)) return null
  const before = piece.length - piece.replace(/^[\s\uFFFC]+/, '').length
  return { start: start + before, end: start + piece.replace(/[\s\uFFFC]+$/, '').length }
}

/** How much of the second piece is the mark of a note at the end of the first: "found it.[" and "3] The annex". */
function noteAfter(text: string, before: Span, next: Span): number {
  if (text[before.end - 1] !== '[') return 0
  return /^[\d, –-]{1,12}\](\[\d{1,4}\])*/.exec(text.slice(next.start, next.start + TAIL))?.[0].length ?? 0
}

function goesOn(text: string, before: Span, next: Span): boolean {
  const all = text.slice(Math.max(before.start, before.end - TAIL), before.end)
  const word = /([\p{L}.]*)\.["”’)\]]*$/u.exec(all)?.[1] ?? ''
  const after = text.slice(next.start, next.start + TAIL)
  return Object.values(GOES_ON).some((rule) => rule({ word, all }, after))
}

function opens(text: string): boolean {
  return OPENERS.has(/^["“‘'(]*(\p{L}+)(?=[\s,])/u.exec(text)?.[1] ?? '')
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
