'use client'

import Link from 'next/link'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { NotificationChoice, NotificationChoices } from '@/domain/notifications/choice'
import { LEVELS, MAIL_MODES } from '@/domain/notifications/words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import { ChoiceFields } from './choice-fields'

/** What its reader is told in every project, and a list of those in which they chose otherwise. */
export function ChooseEverywhere({ choices, mails }: { choices: NotificationChoices; mails: boolean }) {
  const [value, setValue] = useState<NotificationChoice>(choices.everywhere)
  const save = useAction(async (idempotencyKey) => {
    await call('PUT /me/notification-choices', { body: value }, { idempotencyKey })
    showToast({ text: 'Your choice is saved.' })
  })
  return (
    <div className="grid gap-4">
      <ChoiceFields name="everywhere" value={value} onChange={setValue} mails={mails} />
      {save.error ? <Notice tone="danger">{save.error}</Notice> : null}
      <div>
        <Button busy={save.busy} onClick={() => void save.run()}>
          Save
        </Button>
      </div>
      {choices.projects.length > 0 ? (
        <section aria-label="Chosen otherwise">
          <p className="text-ink-soft mb-1.5 text-sm">You chose otherwise in:</p>
          <ul className="divide-line border-line bg-surface divide-y rounded-lg border">
            {choices.projects.map(({ project, level, mail }) => (
              <li key={project.id} className="px-4 py-2.5">
                <Link href={`/p/${project.id}`} className="link font-medium wrap-anywhere">
                  {project.name}
                </Link>
                <p className="text-ink-faint text-[13px]">
                  {LEVELS[level].name}
                  {mails ? ` · mail: ${MAIL_MODES[mail].name.toLowerCase()}` : ''}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
