import { quote, splitsCharacter, type Quote, type Span } from '@/domain/annotations/selector'
import type { Random } from './random'

/** The most of a text that one generated annotation marks, in characters; some lie within others and some across. */
const MOST = 160

/** Passages all over a text, some overlapping: the same for the same numbers. */
export function makePassages(random: Random, text: string, count: number): (Span & Quote)[] {
  return Array.from({ length: count }, () => {
    const start = whole(text, random.below(text.length - MOST - 2))
    const end = whole(text, start + 8 + random.below(MOST - 8))
    return { start, end, ...quote({ start, end }, text) }
  })
}

/** An offset that cuts no character in half. */
const whole = (text: string, offset: number) => (splitsCharacter(text, offset) ? offset + 1 : offset)
