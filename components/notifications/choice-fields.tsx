import type { NotificationChoice } from '@/domain/notifications/choice'
import { LEVELS, MAIL_MODES } from '@/domain/notifications/words'
import { Choices, choicesOf } from '@/components/ui/choices'

type Props = {
  /** Tells the fields of one place from those of another. */
  name: string
  value: NotificationChoice
  onChange: (value: NotificationChoice) => void
  /** Whether this installation sends mail at all. */
  mails: boolean
}

/** What someone wishes to be told, and how. */
export function ChoiceFields({ name, value, onChange, mails }: Props) {
  return (
    <div className="grid gap-4">
      <Choices
        legend="Tell me of"
        name={`${name}-level`}
        options={choicesOf(LEVELS)}
        value={value.level}
        onChange={(level) => onChange({ ...value, level })}
      />
      {mails ? (
        <Choices
          legend="And by mail"
          name={`${name}-mail`}
          options={choicesOf(MAIL_MODES)}
          value={value.mail}
          onChange={(mail) => onChange({ ...value, mail })}
          columns={3}
        />
      ) : (
        <p className="text-ink-faint text-[13px]">This installation sends no mail.</p>
      )}
    </div>
  )
}
