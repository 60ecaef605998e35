import { splitsCharacter } from '../annotations/selector'
import type { ClaimType, Voice } from './words'

/** What a form begins with, so that most of it need not be typed. All of it is a guess, and can be changed. */
export type Guess = {
  statement: string
  type: ClaimType
  asOf: string
  claimant: string
  voice: Voice
  attributedTo: string
}

/** As in `Statement` and `shortLine` (claim.ts). */
const LONGEST_STATEMENT = 1000
const LONGEST_NAME = 200

/** Words of another in quotation marks: two or more of them, since one alone is quoted for its tone. */
const QUOTED = /["“„«]\s*[^"“”„«»]+\s[^"“”„«»]+["”“»]/u

/** Words that weigh. Not all that there are: those that briefings and reports live on. */
const WEIGHING = `
  tense main major key central crucial essential vital important significant serious severe grave huge massive
  large small minor limited weak strong dominant powerful aggressive peaceful hostile friendly fair unfair just unjust good
  bad better worse best worst successful unsuccessful effective ineffective reckless responsible irresponsible credible
  dangerous safe secure insecure stable unstable controversial unprecedented historic dramatic alarming concerning positive
  negative wrong right radical extreme moderate self-sufficient independent`
const WEIGHS = new RegExp(`\\b(?:${WEIGHING.trim().split(/\s+/).join('|')})\\b`, 'iu')

/** What makes a passage a claim of some type; the first that fits has it. Whatever fits none is a fact. */
const TYPES: readonly { type: ClaimType; when: RegExp }[] = [
  { type: 'quotation', when: QUOTED },
  { type: 'norm', when: /\b(should|must|ought to|needs? to|has to|have to)\b(?! have been\b)/iu },
  {
    type: 'prediction',
    when: /\b(will|won['’]t|shall|going to|(is|are) (likely|expected|set|bound|due) to|expects?|forecasts?|predicts?|by (the end of )?20\d\d)\b/iu,
  },
  { type: 'negative', when: /\b(no|not|never|none|nobody|nothing|neither|nor|without|lacks?|cannot|\w+n['’]t)\b/iu },
  {
    type: 'cause',
    when: /\b(because|due to|owing to|thanks to|as a result|results? in|resulted in|leads? to|led to|causes?|caused|triggers?|triggered|brings? about|contributes? to|contributed to|drives?|driven by)\b/iu,
  },
  { type: 'characterisation', when: WEIGHS },
]

const SAID =
  'says?|said|tells?|told|claims?|claimed|argues?|argued|states?|stated|warns?|warned|announces?|announced|notes?|noted|writes?|wrote|insists?|insisted|suggests?|suggested|denies|denied|confirms?|confirmed|signals?|signaled|signalled'
/** A name or a few words for someone, as they stand before or after what they say; the stop of an initial belongs to it. */
const WHO = '(?<who>(?:[^,;:.]|\\.(?=\\S)|(?<=\\b\\p{L})\\.){2,120}?)'

/** How a passage says who says it; `rest` is what they say, where that can be told apart. */
const ATTRIBUTIONS: readonly RegExp[] = [
  new RegExp(`^According to ${WHO},\\s+(?<rest>.+)$`, 'isu'),
  new RegExp(`^(?<rest>.+?),? according to ${WHO}[.]?$`, 'isu'),
  new RegExp(`^${WHO} (?:(?:has|have) )?(?:${SAID})(?: (?:that|how)\\b|[,:]|\\s)`, 'isu'),
  new RegExp(`,["”“]?\\s+(?:${SAID}) ${WHO}[.]?$`, 'isu'),
  new RegExp(`,["”“]?\\s+${WHO} (?:${SAID})[.]?$`, 'isu'),
]

/** How sentences begin that name nobody. */
const NOBODY =
  /^(it|this|that|these|those|there|which|who|he|she|they|we|i|no|not|while|although|though|if|as|when)\b/iu

/** What stands before a statement and is none of it: the dash of a list, and words that lead over from the sentence before. */
const BEFORE =
  /^(?:[-–—•*]\s+)?(?:(?:however|instead|meanwhile|simultaneously|moreover|furthermore|nevertheless|therefore|thus|in addition|in conclusion|in fact|of course),\s+)?(?:it (?:is|should be) (?:important to note|noted|worth noting) that\s+)?/iu

/** When a statement is to hold, in its own words. */
const AS_OF = /\bas of (?<when>[^,.;:]{0,60}?\b\d{4})\b/iu

/** Guesses what a passage claims, from its words alone. */
export function guess(passage: string): Guess {
  const line = capitalised(oneLine(passage).replace(BEFORE, ''))
  const { who, rest } = attributionOf(line)
  const type = typeOf(rest ?? line)
  return {
    statement: cut(type === 'quotation' || !rest ? line : capitalised(rest), LONGEST_STATEMENT),
    type,
    asOf: AS_OF.exec(line)?.groups?.when ?? '',
    claimant: who,
    voice: who === '' ? 'author' : 'attributed',
    attributedTo: who,
  }
}

/** The type of a claim by the words of its statement. */
export function typeOf(statement: string): ClaimType {
  return TYPES.find(({ when }) => when.test(statement))?.type ?? 'fact'
}

function attributionOf(line: string): { who: string; rest: string | null } {
  for (const pattern of ATTRIBUTIONS) {
    const { who = '', rest = null } = pattern.exec(line)?.groups ?? {}
    const name = who.trim()
    if (name !== '' && !NOBODY.test(name)) return { who: cut(name, LONGEST_NAME), rest }
  }
  return { who: '', rest: null }
}

/** White space and what can't be seen become single spaces: a statement is one line. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\uFFFC]+/gu, ' ').trim()

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** At most so many characters, cut before the word that does not fit. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = splitsCharacter(text, most) ? most - 1 : most
  const words = text.slice(0, end)
  const space = words.lastIndexOf(' ')
  return (space > most / 2 ? words.slice(0, space) : words).trim()
}
