import { agreementOfClaims, kappasOfClaims } from '@/domain/claims/agreement/of-claims'
import { agreementOfSpans } from '@/domain/claims/agreement/of-spans'

/** What can be measured apart. Each takes what was judged or marked, and answers plain data. */
export const JOBS = { claims: agreementOfClaims, kappas: kappasOfClaims, spans: agreementOfSpans }
export type Job = keyof typeof JOBS
export type Found<J extends Job> = ReturnType<(typeof JOBS)[J]>

/** What to measure, of what, as JSON. The database writes it as text, and nobody else needs to read it. */
export type Measuring = { job: Job; input: string }
