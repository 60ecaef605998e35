import Link from 'next/link'
import type { Coverage, Sentence } from '@/domain/claims/coverage'
import { HeldBadge } from '@/components/seals/held-badge'
import { counted } from './counted'
import { COVERED } from './covered'

/** The sentences of a document in their order, with whether someone has looked at them. */
export function SentenceTable({ coverage: { documentId, items } }: { coverage: Coverage }) {
  return (
    <div className="border-line bg-surface overflow-hidden rounded-lg border">
      <table className="w-full table-fixed">
        <thead className="border-line text-ink-soft border-b text-[13px]">
          <tr>
            <th scope="col" className="px-3 py-2 pl-4 text-left font-medium">
              Sentence
            </th>
            <th scope="col" className="w-32 px-3 py-2 text-left font-medium sm:w-44">
              Looked at
            </th>
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {items.map((sentence) => (
            <tr key={sentence.start} className="hover:bg-sunken/60 align-top">
              <th scope="row" className="px-3 py-2 pl-4 text-left font-normal">
                <Link
                  href={`/d/${documentId}?at=${sentence.start}-${sentence.end}`}
                  prefetch={false}
                  className="rounded font-serif text-[15px] leading-snug wrap-anywhere hover:underline"
                >
                  {sentence.text}
                </Link>
              </th>
              <td className="px-3 py-2">
                <Looked sentence={sentence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Looked({ sentence: { status, claimIds, cleared } }: { sentence: Sentence }) {
  const { name, look } = COVERED[status]
  return (
    <div className="grid justify-items-start gap-1 text-xs">
      <span className={`covered ${look} px-1`}>{name}</span>
      {claimIds.length > 0 ? (
        <ul aria-label={counted(claimIds.length, 'claim')} className="flex flex-wrap gap-x-2">
          {claimIds.map((id, index) => (
            <li key={id}>
              <Link href={`/c/${id}`} prefetch={false} className="link inline-block min-h-6">
                {claimIds.length === 1 ? 'Claim' : `Claim ${index + 1}`}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {cleared.map(({ id, by, held }) => (
        <span key={id} className="text-ink-soft">
          {by.name} {held ? <HeldBadge /> : null}
        </span>
      ))}
    </div>
  )
}
