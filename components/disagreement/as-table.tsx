import { Disclosure } from '@/components/ui/disclosure'

export type TableRow = { key: string; cells: readonly string[] }

/** The same as a picture shows, as a table that shows on demand. The first cell of a row names it. */
export function AsTable({ columns, rows }: { columns: readonly string[]; rows: readonly TableRow[] }) {
  return (
    <Disclosure summary={<span className="text-sm">As a table</span>}>
      <div role="group" aria-label="Table" tabIndex={0} className="overflow-x-auto">
        <table className="text-sm">
          <thead className="text-ink-soft">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="py-1 pr-5 text-left font-medium">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...cells] }) => (
              <tr key={key} className="border-line border-t align-top">
                <th scope="row" className="min-w-24 py-1 pr-5 text-left font-normal wrap-anywhere">
                  <bdi>{name}</bdi>
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]} className="max-w-72 min-w-16 py-1 pr-5 tabular-nums">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  )
}
