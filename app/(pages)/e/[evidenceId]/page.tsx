import { redirect } from 'next/navigation'
import { found, idOf, pageActor } from '@/app/_door/page'
import { getEvidence } from '@/server/evidence/list-evidence'

type Props = { params: Promise<{ evidenceId: string }> }

/** The permanent link of a piece of evidence: opens its claim at the evidence. */
export default async function EvidencePage({ params }: Props) {
  const id = idOf((await params).evidenceId)
  const actor = await pageActor(`/e/${id}`)
  const { claimId } = await found(getEvidence(actor, id))
  redirect(`/c/${claimId}#evidence`)
}
