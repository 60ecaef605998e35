import type { Confidence, LikelihoodWords } from '../claims/likelihood'
import type { ClaimState } from '../claims/states'
import type { ClaimType, Disposition, Stance, Strength, Voice } from '../claims/words'
import type { Credibility, EvidenceStance, Reliability } from '../evidence/words'
import type { AgreementFigure } from '../findings/disagreement'
import type { DocumentGrounds } from '../findings/finding'
import type { Basis } from '../findings/words'
import type { Person } from '../people/person'
import type { CommentJson } from '../threads/thread'

/**
 * What leaves the house: a project, a document or chosen claims as they stand for every member. Nothing that someone
 * keeps to themselves, or that a seal still holds, is in it, so it is the same whoever asks. The page, Markdown and Word
 * are made of it. Every `address` is a permanent link, absolute; ratings are names as people read them.
 */
export type Report = {
  workspace: string
  project: { id: string; name: string; address: string }
  /** `from` says where a document comes from, in one line; empty where that is not known. */
  about:
    | { kind: 'project' }
    | { kind: 'document'; id: string; title: string; address: string; from: string }
    | { kind: 'claims' }
  madeAt: string
  /** Findings about whole documents. */
  documents: ReportDocument[]
  /** Claims with a published finding first, then those whose verdicts are revealed; chosen ones whatever their state. */
  claims: ReportClaim[]
  /** What else was found and is not settled yet. */
  others: { id: string; address: string; statement: string; type: ClaimType; state: ClaimState }[]
  /** Between claims of the report, or of one of them with another. */
  conflicts: ReportConflict[]
  /** How far those who judged these claims agree; empty where there is nothing to compare. */
  agreement: AgreementFigure[]
}

/** A finding about a whole document, with its claims, coverage and conflicts as they were on that day. */
export type ReportDocument = {
  id: string
  title: string
  address: string
  finding: ReportFinding
  grounds: DocumentGrounds | null
}

export type ReportClaim = {
  id: string
  address: string
  /** As it was judged, where there is a published finding. */
  statement: string
  type: ClaimType
  state: ClaimState
  terms: { term: string; meaning: string }[]
  asOf: string
  claimant: string
  claimedOn: string
  passages: ReportOccurrence[]
  finding: ReportFinding | null
  /** The newest word of each who was asked, as the finding rests on it; the split itself, in people's names. */
  verdicts: ReportVerdict[]
  /** From 0 (unanimous) to 1; null where fewer than two judged. */
  split: number | null
  evidence: ReportEvidence[]
}

export type ReportPassage = {
  address: string
  documentId: string
  documentTitle: string
  exact: string
  prefix: string
  suffix: string
  /** "p. 12"; empty without pages. */
  pages: string
}

export type ReportOccurrence = ReportPassage & { stance: Stance; voice: Voice; attributedTo: string }

/** How likely a statement is, in percent and in words; `from` says how the figure came about, in a few words. */
export type ReportLikelihood = { percent: number; words: LikelihoodWords; from: string }

/** What a finding and a dissent have in common: they stand beside each other. Likelihood and confidence stay apart. */
export type ReportJudgement = {
  rating: string | null
  likelihood: ReportLikelihood | null
  confidence: Confidence | null
  text: CommentJson | null
}

/** A finding as it was published, with the dissents that it was published with. */
export type ReportFinding = ReportJudgement & {
  id: string
  address: string
  number: number
  publishedAt: string
  publishedBy: Person
  /** Why it was corrected or retracted; empty for the first. */
  reason: string
  retracted: boolean
  /** Why it was published without the sign-offs that the project asks for. */
  adjudication: string
  basis: Basis | null
  assumptions: string
  gaps: string
  indicators: string
  /** Agreement at the time, in sentences. */
  agreement: string[]
  signed: Person[]
  dissents: ReportDissent[]
  /** Those whose rating it did not follow: why, and what they answered. */
  overruled: { person: Person; reason: string; answer: string }[]
  /** Sources that it rests on and that were retracted since. */
  retractedSources: string[]
  /** Where it is as a ClaimReview; null where it is none. */
  claimReview: string | null
}

export type ReportDissent = ReportJudgement & { author: Person; signedAt: string }

export type ReportVerdict = {
  person: Person
  kind: 'judged' | 'unable' | 'recused'
  rating: string | null
  likelihood: number | null
  confidence: Confidence | null
  misleading: string
  /** The rationale as plain words, or why they did not judge. */
  text: string
  /** What they judged at first, where they judged in more than one round. */
  first: { rating: string | null; likelihood: number | null } | null
}

export type ReportEvidence = {
  id: string
  kind: 'passage' | 'web' | 'file'
  title: string
  excerpt: string
  /** Where it can be read: the passage, the page of the web, or the file. */
  address: string
  retrievedOn: string
  source: { name: string; originName: string; copy: boolean; retracted: boolean } | null
  /** Whether it is a passage in which the claim itself is made. */
  circular: boolean
  /** Which side most who appraised it put it on. */
  side: 'for' | 'against' | 'between'
  appraisals: {
    person: Person
    stance: EvidenceStance
    reason: string
    credibility: Credibility | null
    reliability: Reliability | null
  }[]
  /** Those whose verdicts relied on it. */
  reliedOnBy: Person[]
}

export type ReportConflict = {
  id: string
  address: string
  strength: Strength
  disposition: Disposition
  reason: string
  settledBy: Person | null
  from: ReportConflictEnd
  to: ReportConflictEnd
}
export type ReportConflictEnd = { claimId: string; address: string; statement: string; passage: ReportPassage | null }
