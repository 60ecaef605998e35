import { ROLE_MEANING, ROLES } from '@/domain/permissions/role'

/** What each role may do, folded away until someone asks. */
export function RoleMeanings() {
  return (
    <details className="mt-3">
      <summary className="text-ink-soft cursor-pointer text-[13px]">What each role may do</summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[13px]">
        {ROLES.map((role) => (
          <div key={role} className="contents">
            <dt className="font-medium">{role}</dt>
            <dd className="text-ink-soft">{ROLE_MEANING[role]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
