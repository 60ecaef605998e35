import type { Finding, Publishing } from '@/domain/findings/finding'
import { Refusal } from '@/domain/refusal'

/**
 * Why a finding is published though fewer have signed it than the project asks for, or since one person decided: empty
 * where it needs none. Refuses what the project's rule does not let pass.
 */
export function adjudicationOf(draft: Finding, { adjudication }: Pick<Publishing, 'adjudication'>): string {
  const { signed, signOffs, adjudicates, content } = draft
  const missing = signed.length < signOffs
  const there = `${signed.length} of the ${signOffs} signatures that this project asks for are there.`
  if (missing && !adjudicates) throw new Refusal('conflict', `${there} Let more reviewers sign first.`)
  if (!missing && content.basis !== 'adjudicated') return ''
  if (adjudication !== '') return adjudication
  const message = missing
    ? `${there} Let more reviewers sign, or say why you publish it as it is.`
    : 'It says that one person decided. Please say why.'
  throw new Refusal('invalid', message, { fields: [{ field: 'adjudication', message }] })
}
