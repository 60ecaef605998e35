import { z } from 'zod'
import { Id } from '../endpoint'
import { NOTICE_TOPICS } from '../notifications/words'

const Project = z.strictObject({ id: Id, name: z.string() })

/** What waits for someone: threads that they are to see to, verdicts and answers that are asked of them, and claims. */
export const Waiting = z.strictObject({
  threads: z.array(
    z.strictObject({
      topic: z.enum(NOTICE_TOPICS),
      topicId: Id,
      title: z.string(),
      dueOn: z.string(),
      project: Project,
    }),
  ),
  reviews: z.array(z.strictObject({ claimId: Id, title: z.string(), dueOn: z.string(), project: Project })),
  findings: z.array(z.strictObject({ findingId: Id, title: z.string(), project: Project })),
  claims: z.array(z.strictObject({ count: z.int(), project: Project })),
})
export type Waiting = z.infer<typeof Waiting>
