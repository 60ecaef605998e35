/** The first character that has a direction: letters of scripts from right to left, all other letters, and the marks. */
const FIRST_STRONG =
  /(?<rtl>[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])|\p{L}|\u200e/u

/** In which direction a paragraph is written, by its first character that has one (UAX 9, rules P2 and P3). */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return FIRST_STRONG.exec(text)?.groups?.rtl ? 'rtl' : 'ltr'
}
