import { AUDIT_GROUPS } from '@/domain/audit/actions'
import type { AuditFilter } from '@/domain/audit/audit'
import type { Person } from '@/domain/people/person'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'

type Props = { people: readonly Person[]; filter: AuditFilter; file: string }

/** What narrows the log down. A plain form: what it asks for stands in the address, and works before any script does. */
export function AuditFilterForm({ people, filter, file }: Props) {
  return (
    <form method="get" className="mb-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-[1fr_1fr_auto_auto_auto]">
      <SelectField label="Person" name="person" defaultValue={filter.person ?? ''}>
        <option value="">Anyone</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="Kind" name="kind" defaultValue={filter.kind ?? ''}>
        <option value="">Everything</option>
        {Object.entries(AUDIT_GROUPS).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField label="From" name="from" type="date" defaultValue={filter.from ?? ''} />
      <TextField label="To" name="to" type="date" defaultValue={filter.to ?? ''} />
      <div className="col-span-2 flex flex-wrap items-center gap-3 lg:col-span-1">
        <Button type="submit">Show</Button>
        <a className="link" href={file} download>
          Download as CSV
        </a>
      </div>
    </form>
  )
}
