import type { ActivityTopic } from './activity'

/** Something that was changed, and the project that it is in. */
export type Place = { id: string; projectId: string }

const ADDRESSES: Readonly<Record<ActivityTopic, (it: Place) => string | null>> = {
  workspace: ({ id }) => `/w/${id}`,
  project: ({ id }) => `/p/${id}`,
  label: ({ projectId }) => `/p/${projectId}/labels`,
  document: ({ id }) => `/d/${id}`,
  annotation: ({ id }) => `/a/${id}`,
  claim: ({ id }) => `/c/${id}`,
  relation: ({ projectId }) => `/p/${projectId}/ledger`,
  finding: ({ id }) => `/f/${id}`,
  phase: ({ projectId }) => `/p/${projectId}/phases`,
  source: ({ projectId }) => `/p/${projectId}/sources`,
  attachment: ({ projectId }) => `/p/${projectId}/sources`,
  person: () => null,
}

/** The page on which one sees it; null where there is none. */
export const addressOf = (topic: ActivityTopic, place: Place): string | null => ADDRESSES[topic](place)
