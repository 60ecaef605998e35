import { z } from 'zod'
import { Id } from '../endpoint'
import { LEVELS, MAIL_MODES, type MailMode, type NoticeLevel } from './words'

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]

/** What someone wishes to be told, and how. */
export const NotificationChoice = z.strictObject({
  level: z.enum(keysOf<NoticeLevel>(LEVELS)),
  mail: z.enum(keysOf<MailMode>(MAIL_MODES)),
})
export type NotificationChoice = z.infer<typeof NotificationChoice>

/** What holds everywhere, and the projects in which someone has chosen otherwise. */
export const NotificationChoices = z.strictObject({
  everywhere: NotificationChoice,
  projects: z.array(NotificationChoice.extend({ project: z.strictObject({ id: Id, name: z.string() }) })),
})
export type NotificationChoices = z.infer<typeof NotificationChoices>

/** What someone has chosen in one project; null where that is what holds everywhere. */
export const ProjectChoice = z.strictObject({ everywhere: NotificationChoice, here: NotificationChoice.nullable() })
export type ProjectChoice = z.infer<typeof ProjectChoice>
