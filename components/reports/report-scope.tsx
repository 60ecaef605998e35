import { buttonClass } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'
import type { ReportSelection } from './report-downloads'

/** What the report is about; the answer is an address, so that it can be sent to others. */
export function ReportScope(props: {
  documents: readonly { id: string; title: string }[]
  selection: ReportSelection
}) {
  const { documents, selection } = props
  const chosen = selection.claims !== undefined
  return (
    <form className="flex max-w-full min-w-0 items-center gap-2">
      <select
        key={selection.document}
        name="document"
        aria-label="What the report is about"
        defaultValue={chosen ? 'claims' : (selection.document ?? '')}
        className={`${inputClass} min-w-0 flex-1 pr-8 sm:w-72`}
      >
        {chosen ? (
          <option value="claims" disabled>
            The chosen claims
          </option>
        ) : null}
        <option value="">The whole project</option>
        {documents.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button className={buttonClass()}>Show</button>
    </form>
  )
}
