import type { EndpointKey } from '@/domain/endpoints'
import { activityCalls } from './calls/activity'
import { annotationCalls } from './calls/annotations'
import { auditCalls } from './calls/audit'
import type { Call, CallsOf } from './calls/call'
import { claimCalls } from './calls/claims'
import { documentCalls } from './calls/documents'
import { evidenceCalls } from './calls/evidence'
import { findingCalls } from './calls/findings'
import { notificationCalls } from './calls/notifications'
import { peopleCalls } from './calls/people'
import { projectCalls } from './calls/projects'
import { reviewCalls } from './calls/reviews'
import { searchCalls } from './calls/search'
import { sealCalls } from './calls/seals'
import { takeoutCalls } from './calls/takeout'
import { threadCalls } from './calls/threads'
import { tokenCalls } from './calls/tokens'
import { webhookCalls } from './calls/webhooks'
import type { Ids, Variant } from './ids'

/** At least one call of every endpoint that succeeds for somebody. */
export const CALLS: CallsOf<EndpointKey> = {
  ...peopleCalls,
  ...projectCalls,
  ...documentCalls,
  ...annotationCalls,
  ...threadCalls,
  ...sealCalls,
  ...claimCalls,
  ...evidenceCalls,
  ...reviewCalls,
  ...findingCalls,
  ...notificationCalls,
  ...searchCalls,
  ...activityCalls,
  ...auditCalls,
  ...takeoutCalls,
  ...tokenCalls,
  ...webhookCalls,
}

/** What stands in paths and is no id. */
export const FIXED: Readonly<Record<string, string>> = { number: '0', what: 'verdicts', reaction: 'agree' }

/** The request that a call makes, with `ids` in the places of what it names. */
export function requestOf(key: EndpointKey, call: Call, ids: Ids, variant: Variant) {
  const [method = '', template = ''] = key.split(' ')
  const params: Record<string, string> = {}
  for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) {
    params[name] = FIXED[name] ?? String(ids[name as keyof Ids])
  }
  const query = (call.query?.(ids, variant) ?? {}) as Record<string, string>
  return { method, template, params, query, body: call.body?.(ids, variant) as unknown }
}

export type Requested = ReturnType<typeof requestOf>

/** The address of a request, from the root. */
export function pathOf({ template, params, query }: Requested): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const search = new URLSearchParams(query).toString()
  return `/api/v1${path}${search && `?${search}`}`
}
