'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { go } from '@/client/sign-in'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/field'
import { Avatar, Badge, Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import type { Member } from '@/domain/people/workspace'
import { RANK, ROLE_MEANING, ROLES, withArticle, type Role } from '@/domain/permissions/role'

type Props = { workspaceId: string; members: readonly Member[]; me: string; myRole: Role }

/** Who belongs to a workspace; those who manage members change roles here. */
export function Members({ workspaceId, members, me, myRole }: Props) {
  const router = useRouter()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const [lowering, setLowering] = useState<{ member: Member; role: Role } | null>(null)
  const change = useAction(async (idempotencyKey, { person }: Member, role: Role) => {
    const params = { workspaceId, userId: person.id }
    await call('PATCH /workspaces/{workspaceId}/members/{userId}', { params, body: { role } }, { idempotencyKey })
    setLowering(null)
    showToast({ text: `${person.id === me ? 'You are' : `${person.name} is`} ${withArticle(role)} now.` })
    router.refresh()
  })
  const remove = useAction(async (idempotencyKey, { person }: Member) => {
    const params = { workspaceId, userId: person.id }
    await call('DELETE /workspaces/{workspaceId}/members/{userId}', { params }, { idempotencyKey })
    if (person.id === me) return go('/workspaces')
    setLeaving(null)
    showToast({ text: `${person.name} is removed.` })
    router.refresh()
  })
  const manages = (role: Role) => RANK[myRole] >= RANK.admin && RANK[role] <= RANK[myRole]
  const choose = (member: Member, role: Role) => {
    if (change.busy) return
    if (member.person.id === me) setLowering({ member, role })
    else void change.run(member, role)
  }
  return (
    <section aria-label="Members">
      {change.error && !lowering ? (
        <div className="mb-3">
          <Notice tone="danger">{change.error}</Notice>
        </div>
      ) : null}
      <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
        {members.map((member) => (
          <Row
            key={member.person.id}
            member={member}
            mine={member.person.id === me}
            roles={manages(member.role) ? ROLES.filter(manages) : []}
            onChoose={(role) => choose(member, role)}
            onLeave={() => setLeaving(member)}
          />
        ))}
      </ul>
      {lowering ? (
        <Confirm
          title={`Become ${withArticle(lowering.role)}?`}
          deed="Change my role"
          danger
          busy={change.busy}
          onClose={() => setLowering(null)}
          onConfirm={() => void change.run(lowering.member, lowering.role)}
        >
          {change.error ? (
            <Notice tone="danger">{change.error}</Notice>
          ) : (
            `You give up a part of your own role. Only ${withArticle(myRole)} can give it back to you.`
          )}
        </Confirm>
      ) : null}
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
            PARTING[leaving.person.id === me ? 'me' : 'them']
          )}
        </Confirm>
      ) : null}
    </section>
  )
}

const PARTING = {
  me: 'What you wrote stays here; your private annotations are seen by nobody. Links that you made and nobody has used stop working. You can come back by a new invitation.',
  them: 'What they wrote stays; their private annotations are seen by nobody. Links that they made and nobody has used stop working. They can come back by a new invitation.',
}

/** One member; `roles` are those that may be given to them here. */
function Row(props: {
  member: Member
  mine: boolean
  roles: readonly Role[]
  onChoose: (role: Role) => void
  onLeave: () => void
}) {
  const { person, email, role } = props.member
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Avatar name={person.name} />
      <div className="min-w-60 flex-1">
        <div className="flex items-center gap-2 font-medium">
          <span className="truncate">{person.name}</span> {props.mine ? <Badge>you</Badge> : null}
        </div>
        <div className="text-ink-faint truncate text-[13px]">{email}</div>
      </div>
      <div className="ml-9 flex flex-1 items-center justify-between gap-2 sm:ml-0 sm:flex-none">
        {props.roles.length > 0 ? (
          <SelectField
            label={`Role of ${person.name}`}
            hideLabel
            className="w-28"
            value={role}
            onChange={(event) => props.onChoose(event.target.value as Role)}
          >
            {props.roles.map((each) => (
              <option key={each} value={each} title={ROLE_MEANING[each]}>
                {each}
              </option>
            ))}
          </SelectField>
        ) : (
          <Badge>{role}</Badge>
        )}
        {props.roles.length > 0 || props.mine ? (
          <Button
            variant="quiet"
            className="w-20"
            onClick={props.onLeave}
            aria-label={props.mine ? 'Leave' : `Remove ${person.name}`}
          >
            {props.mine ? 'Leave' : 'Remove'}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
