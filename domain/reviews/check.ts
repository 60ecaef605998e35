import { ratingOf, type Detail, type VerdictForm } from '../claims/forms'

/** What of a verdict the form has a say in. */
export type Judged = {
  rating: string | null
  likelihood: number | null
  misleading: string
  details: { searches: readonly unknown[]; deadline: string; settles: string; alternatives: string }
}

export type Wrong = { field: string; message: string }

/** What is said where a form asks for a detail and it is missing; null where it may be left out. */
const MISSING: Readonly<Record<Detail, string | null>> = {
  searches: 'Please say where and when you looked.',
  deadline: 'Please say by when it must have come true.',
  settles: 'Please say what would settle it.',
  alternatives: null,
}

/** What is wrong with a verdict by the form of its round: nothing, or a sentence for each field. */
export function wrongIn(form: VerdictForm, { rating, likelihood, misleading, details }: Judged): Wrong[] {
  const chosen = ratingOf(form, rating)
  const apart = chosen !== null && chosen.value === null
  const rules: [wrong: boolean, field: string, message: string][] = [
    [form.ratings.length > 0 && rating === null, 'rating', `Please choose a ${form.asks.toLowerCase()}.`],
    [rating !== null && chosen === null, 'rating', 'This is not on the scale of this round.'],
    [form.likelihood === 'required' && likelihood === null, 'likelihood', 'Please say how likely it is.'],
    [form.likelihood === 'none' && likelihood !== null, 'likelihood', 'Claims of this type have no likelihood.'],
    [
      apart && form.likelihood !== 'none' && likelihood !== null,
      'likelihood',
      'What can’t be verified has no likelihood: leave it out, or choose another rating.',
    ],
    [!form.misleading && misleading !== '', 'misleading', 'Claims of this type are not called misleading.'],
  ]
  const wrong = rules.filter(([so]) => so).map(([, field, message]) => ({ field, message }))
  return [...wrong, ...wrongDetails(form, details)]
}

/** Details are there where the form asks for them, and nowhere else. */
function wrongDetails(form: VerdictForm, details: Judged['details']): Wrong[] {
  return (Object.keys(MISSING) as Detail[]).flatMap((detail) => {
    const given = details[detail].length > 0
    const asked = form.details.includes(detail)
    const message = asked ? !given && MISSING[detail] : given && 'The form of this round does not ask for it.'
    return message ? { field: `details.${detail}`, message } : []
  })
}
