/** What a notice leads to: something with a thread, or a workspace. */
export const NOTICE_TOPICS = ['annotation', 'claim', 'relation', 'finding', 'workspace'] as const
export type NoticeTopic = (typeof NOTICE_TOPICS)[number]

type Words = {
  /** What happened, with the name of who did it. */
  say: (who: string) => string
  /** Whether the person themself is called, and not only something that is theirs. */
  calls: boolean
}

/** All that can concern someone, and how they are told. */
export const NOTICES = {
  mentioned: { say: (who) => `${who} mentioned you`, calls: true },
  replied: { say: (who) => `${who} replied in a thread of yours`, calls: false },
  assigned: { say: (who) => `${who} gave you a thread to see to`, calls: true },
  resolved: { say: (who) => `${who} resolved a thread of yours`, calls: false },
  reopened: { say: (who) => `${who} reopened a thread of yours`, calls: false },
  'review-asked': { say: (who) => `${who} asks for your verdict`, calls: true },
  'review-revealed': { say: () => 'The verdicts of a review with you were revealed', calls: false },
  overruled: { say: () => 'A finding does not follow your rating; you can answer', calls: true },
  'finding-published': { say: (who) => `${who} published a finding that you signed or dissented from`, calls: false },
  'finding-corrected': { say: (who) => `${who} corrected a finding that concerns you`, calls: false },
  'finding-retracted': { say: (who) => `${who} retracted a finding that concerns you`, calls: false },
  'claim-reviewed': { say: (who) => `${who} put a claim of yours under review`, calls: false },
  'claim-changed': { say: (who) => `${who} changed a claim of yours`, calls: false },
  'workspace-exported': { say: (who) => `${who} took everything out of a workspace of yours`, calls: true },
  'workspace-deleted': { say: (who) => `${who} deleted a workspace of yours; you can bring it back`, calls: true },
  'workspace-restored': { say: (who) => `${who} brought a workspace of yours back`, calls: true },
  'webhook-off': {
    say: (who) => `A webhook that ${who} added is switched off: nothing has arrived for days`,
    calls: true,
  },
  joined: { say: (who) => `${who} accepted your invitation`, calls: false },
} as const satisfies Record<string, Words>

export type NoticeKind = keyof typeof NOTICES
export const NOTICE_KINDS = Object.keys(NOTICES) as [NoticeKind, ...NoticeKind[]]

type Leading = { kind?: NoticeKind; topic: NoticeTopic; topicId: string; project: { id: string } | null }

const ADDRESSES: Readonly<Record<NoticeTopic, (it: Leading) => string>> = {
  annotation: ({ topicId }) => `/a/${topicId}`,
  claim: ({ topicId }) => `/c/${topicId}`,
  relation: ({ project }) => `/p/${project?.id ?? ''}/ledger`,
  finding: ({ topicId }) => `/f/${topicId}`,
  workspace: ({ kind, topicId }) => `/w/${topicId}/${kind === 'webhook-off' ? 'webhooks' : 'members'}`,
}

/** The page on which one sees what a notice is about. */
export const addressOf = (it: Leading): string => ADDRESSES[it.topic](it)

/** A count that is told up to here; whoever has more unread does not need the number. */
export const MOST_COUNTED = 99

/** A count as a badge shows it. */
export const shortCount = (count: number): string => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count))

/** How much someone wishes to be told. */
export const LEVELS = {
  all: {
    name: 'Everything that concerns you',
    hint: 'Mentions, replies in your threads, reviews, claims and findings.',
  },
  calls: {
    name: 'Mentions only',
    hint: 'Also what else calls for you: threads assigned to you, verdicts asked of you.',
  },
  none: { name: 'Nothing', hint: 'Nobody’s deeds are told to you; you can look at them all the same.' },
} as const

/** How someone wishes to get it by mail besides. */
export const MAIL_MODES = {
  atOnce: { name: 'At once', hint: 'A mail for each.' },
  daily: { name: 'Once a day', hint: 'One mail about what you have not read, if there is any.' },
  never: { name: 'Never', hint: 'Only here.' },
} as const

export type NoticeLevel = keyof typeof LEVELS
export type MailMode = keyof typeof MAIL_MODES

/** What holds until someone chooses. */
export const USUAL = { level: 'all', mail: 'daily' } as const satisfies { level: NoticeLevel; mail: MailMode }
