'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/field'
import { Avatar, Badge, Notice } from '@/components/ui/small'
import type { Member } from '@/domain/people/workspace'
import { RANK, ROLE_MEANING, ROLES, type Role } from '@/domain/permissions/role'

type Props = { workspaceId: string; members: readonly Member[]; me: string; myRole: Role }

/** Who belongs to a workspace; those who manage members change roles here. */
export function Members({ workspaceId, members, me, myRole }: Props) {
  const router = useRouter()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const change = useAction(async (idempotencyKey, userId: string, role: Role) => {
    await call(
      'PATCH /workspaces/{workspaceId}/members/{userId}',
      { params: { workspaceId, userId }, body: { role } },
      { idempotencyKey },
    )
    router.refresh()
  })
  const remove = useAction(async (idempotencyKey, { person }: Member) => {
    await call(
      'DELETE /workspaces/{workspaceId}/members/{userId}',
      { params: { workspaceId, userId: person.id } },
      { idempotencyKey },
    )
    setLeaving(null)
    if (person.id === me) location.assign('/workspaces')
    else router.refresh()
  })
  const manages = (role: Role) => RANK[myRole] >= RANK.admin && RANK[role] <= RANK[myRole]
  const error = change.error || remove.error
  return (
    <section aria-labelledby="members-title">
      <h2 id="members-title" className="sr-only">
        Members
      </h2>
      {error ? (
        <div className="mb-3">
          <Notice tone="danger">{error}</Notice>
        </div>
      ) : null}
      <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
        {members.map((member) => (
          <li key={member.person.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
            <Avatar name={member.person.name} />
            <div className="min-w-0 flex-1">
              <div className="flex items-center gap-2 truncate font-medium">
                {member.person.name} {member.person.id === me ? <Badge>you</Badge> : null}
              </div>
              <div className="text-ink-faint truncate text-[13px]">{member.email}</div>
            </div>
            {manages(member.role) ? (
              <SelectField
                label={`Role of ${member.person.name}`}
                hideLabel
                className="w-32"
                value={member.role}
                disabled={change.busy}
                onChange={(event) => void change.run(member.person.id, event.target.value as Role)}
              >
                {ROLES.filter(manages).map((role) => (
                  <option key={role} value={role} title={ROLE_MEANING[role]}>
                    {role}
                  </option>
                ))}
              </SelectField>
            ) : (
              <Badge>{member.role}</Badge>
            )}
            {manages(member.role) || member.person.id === me ? (
              <Button
                size="small"
                variant="quiet"
                onClick={() => setLeaving(member)}
                aria-label={member.person.id === me ? 'Leave' : `Remove ${member.person.name}`}
              >
                {member.person.id === me ? 'Leave' : 'Remove'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {leaving ? (
        <Confirm
          title={leaving.person.id === me ? 'Leave this workspace?' : `Remove ${leaving.person.name}?`}
          deed={leaving.person.id === me ? 'Leave' : 'Remove'}
          danger
          busy={remove.busy}
          onClose={() => setLeaving(null)}
          onConfirm={() => void remove.run(leaving)}
        >
          {remove.error ? (
            <Notice tone="danger">{remove.error}</Notice>
          ) : (
            'What they wrote stays. Their private annotations stay theirs, and nobody sees them. They can come back with a new invitation.'
          )}
        </Confirm>
      ) : null}
    </section>
  )
}
