import type { Metadata } from 'next'
import { DisagreementViews, type DisagreementView } from '@/components/disagreement/disagreement-views'
import { Id } from '@/domain/endpoint'
import { openProject, ProjectFrame } from '../frame'
import { ClaimsView } from './claims-view'
import { DocumentView } from './document-view'
import { PhaseView } from './phase-view'

export const metadata: Metadata = { title: 'Disagreement' }

type Asked = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ projectId: string }>; searchParams: Promise<Asked> }

const SAYS: Readonly<Record<DisagreementView, string>> = {
  claims: 'Who said what, where verdicts are revealed. The largest split comes first.',
  documents: 'The passages of a document by how far people differ about what they claim.',
  phases: 'How far those who read alone marked the same passages.',
}

export default async function DisagreementPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/disagreement')
  const asked = await searchParams
  const [document, phase] = [idIn(asked.document), idIn(asked.phase)]
  const view = viewOf(asked, document, phase)
  return (
    <ProjectFrame {...opened} title="Disagreement" meta={SAYS[view]}>
      <div className="mb-5">
        <DisagreementViews projectId={opened.project.id} current={view} />
      </div>
      {view === 'claims' ? <ClaimsView {...opened} cursor={textIn(asked.cursor)} /> : null}
      {view === 'documents' ? <DocumentView {...opened} documentId={document} /> : null}
      {view === 'phases' ? <PhaseView {...opened} phaseId={phase} /> : null}
    </ProjectFrame>
  )
}

/** Which view an address asks for: by name, or by the document or the phase that it names. */
function viewOf({ view }: Asked, document: string | undefined, phase: string | undefined): DisagreementView {
  if (document !== undefined || view === 'documents') return 'documents'
  if (phase !== undefined || view === 'phases') return 'phases'
  return 'claims'
}

const textIn = (given: Asked[string]): string | undefined => (typeof given === 'string' ? given : undefined)
const idIn = (given: Asked[string]): string | undefined => Id.safeParse(given).data
