import type { Ratings } from './tally'

/**
 * Ratings from a table as it is printed: a line for each coder, a digit for each unit, a point where nothing was said.
 */
export function printed(...coders: string[]): Ratings {
  return Array.from(coders[0] ?? '', (_, unit) =>
    coders.map((line) => (line[unit] === '.' ? null : Number(line[unit]))),
  )
}

/** Ratings from a table that has a line for each unit. */
export function byUnit(...units: string[]): Ratings {
  return units.map((line) => Array.from(line, Number))
}

/**
 * Ratings of two coders from a table of contingency: `table[a][b]` units got the value `a` from the one and `b` from
 * the other.
 */
export function crossed(table: number[][]): Ratings {
  return table.flatMap((row, a) => row.flatMap((times, b) => Array.from({ length: times }, () => [a, b])))
}

/** Artstein & Poesio (2008), "Inter-Coder Agreement for Computational Linguistics", p. 568. */
export const ARTSTEIN_2008 = crossed([[46, 0, 0], [6, 32, 6], [0, 0, 10]]) // prettier-ignore

/** Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", and (2004), "Content Analysis", p. 230. */
export const KRIPPENDORFF_2011 = printed('123321412...', '1233224125.3', '.3332342251.', '12332441251.')

/** Krippendorff (1980), "Content Analysis", p. 139: three coders. */
export const KRIPPENDORFF_1980 = printed('112412132', '122442232', '122442332')

/** The computational example of the article "Krippendorff's alpha" in Wikipedia. */
export const WIKIPEDIA_ALPHA = printed('.....34121133.3', '1.213343.......', '..21344.21133.4')

/** Hayes & Krippendorff (2007), "Answering the Call for a Standard Reliability Measure for Coding Data", p. 84. */
export const HAYES_2007 = printed(
  '112.001122.01311211000201001111223222221',
  '1130000.21102311121000302102111122222221',
  '203000222100221123001.30.1012202.2232.21',
  '.13....0.10022...31.103021122..122...12.',
  '2..0001.2....3112..0.0..2.0..20.2.2222.1',
)

/** Fleiss (1971), "Measuring nominal scale agreement among many raters", p. 379: 30 patients, of each six diagnoses. */
export const FLEISS_1971 = printed(
  '422521311511212311215221121215',
  '423521311542242311235421421235',
  '423523334544244311435444421435',
  '453543334544344341455454421435',
  '453543534544344351455454425435',
  '455543544544345552455454545435',
)

/** The worked example of the article "Fleiss' kappa" in Wikipedia: 10 subjects, 14 raters; here a line is a subject. */
export const WIKIPEDIA_FLEISS = byUnit(
  '55555555555555',
  '22333333444455',
  '33344444555555',
  '22233333333344',
  '11223333333345',
  '11111112222222',
  '11122333333444',
  '11222223334455',
  '11111122222334',
  '22334445555555',
)

/**
 * The second and the third rater of `anxiety` in the R package irr; it numbers the used values, so its 6 is a 5 here.
 */
export const ANXIETY = printed('35452424332333221334', '21443215111233113322')
