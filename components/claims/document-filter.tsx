import type { DocumentChoice } from './claim-table-controls'
import { inputClass } from '@/components/ui/field'

/** Narrows a list to what is about one document, or to none. */
export function DocumentFilter(props: {
  chosen: string | undefined
  documents: readonly DocumentChoice[]
  onChoose: (documentId: string | undefined) => void
}) {
  return (
    <select
      aria-label="Document"
      value={props.chosen ?? ''}
      onChange={(event) => props.onChoose(event.target.value || undefined)}
      className={`${inputClass} min-w-0 pr-8 sm:!w-auto sm:max-w-72`}
    >
      <option value="">Document: any</option>
      {props.documents.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}
