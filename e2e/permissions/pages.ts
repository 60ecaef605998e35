import type { Linked } from '@/domain/people/links'
import type { Permission } from '@/domain/permissions/policy'
import { openedLink } from '@/server/testing/make'
import type { Place } from '@/server/testing/make-place'
import type { Ids } from './ids'
import type { NounName } from './nouns'

/** A page: who may open it, and on what. Ids in its address are filled in by name. */
export type Page = {
  gate: Permission | 'signed-in' | 'public'
  on: NounName
  search?: string
  /** The link that was opened before, whose secret the browser keeps in a cookie. */
  after?: Linked
  /** Where it only leads on to. */
  leads?: (ids: Ids) => string | RegExp
  /** What it shows to those with this permission, and to nobody else. */
  shows?: readonly { to: Permission; words: (place: Place) => string }[]
}

const titles = { to: 'project:read', words: ({ mark }: Place) => `Briefing on ${mark}` } as const

/** Every page by the folder of its file, groups left out. */
export const PAGES: Readonly<Record<string, Page>> = {
  '/': { gate: 'signed-in', on: 'nothing', leads: () => /\/(w\/[\w-]{36}|workspaces)$/ },
  '/sign-in': { gate: 'public', on: 'nothing' },
  '/sign-in/code': { gate: 'public', on: 'nothing' },
  '/forgot': { gate: 'public', on: 'nothing' },
  '/link': { gate: 'public', on: 'nothing' },
  '/reset': { gate: 'public', on: 'link', after: 'reset' },
  '/verify': { gate: 'public', on: 'link', after: 'verify' },
  '/setup': { gate: 'public', on: 'link', after: 'setup' },
  '/join': { gate: 'public', on: 'link', after: 'join' },
  '/unsubscribe/[token]': { gate: 'public', on: 'link' },
  '/api/docs': { gate: 'public', on: 'nothing' },
  '/account': { gate: 'signed-in', on: 'nothing' },
  '/notifications': { gate: 'signed-in', on: 'nothing' },
  '/workspaces': { gate: 'signed-in', on: 'nothing' },
  '/search': { gate: 'signed-in', on: 'nothing', search: '?q=briefing' },
  '/w/[workspaceId]': {
    gate: 'workspace:read',
    on: 'workspace',
    shows: [{ to: 'workspace:read', words: ({ mark }) => `Project ${mark}` }],
  },
  '/w/[workspaceId]/members': {
    gate: 'workspace:read',
    on: 'workspace',
    shows: [
      { to: 'workspace:read', words: ({ mark }) => `Olga ${mark}` },
      { to: 'invitation:read', words: ({ mark }) => `Note of ${mark}` },
    ],
  },
  '/w/[workspaceId]/audit': { gate: 'audit:read', on: 'workspace' },
  '/w/[workspaceId]/settings': {
    gate: 'workspace:read',
    on: 'workspace',
    shows: [{ to: 'workspace:read', words: ({ mark }) => `Desk ${mark}` }],
  },
  '/w/[workspaceId]/webhooks': {
    gate: 'webhook:manage',
    on: 'workspace',
    shows: [{ to: 'webhook:manage', words: ({ mark }) => `https://hooks.example.org/${mark}` }],
  },
  '/p/[projectId]': { gate: 'project:read', on: 'workspace', shows: [titles] },
  '/p/[projectId]/claims': {
    gate: 'project:read',
    on: 'workspace',
    shows: [{ to: 'project:read', words: ({ mark }) => `It is so, says ${mark}` }],
  },
  '/p/[projectId]/disagreement': { gate: 'project:read', on: 'workspace' },
  '/p/[projectId]/report': { gate: 'project:read', on: 'workspace' },
  '/p/[projectId]/claims/map': { gate: 'project:read', on: 'workspace' },
  '/p/[projectId]/ledger': { gate: 'project:read', on: 'workspace' },
  '/p/[projectId]/phases': { gate: 'project:read', on: 'workspace' },
  '/p/[projectId]/claims/queue': { gate: 'project:read', on: 'workspace' },
  '/p/[projectId]/labels': {
    gate: 'project:read',
    on: 'workspace',
    shows: [{ to: 'project:read', words: ({ mark }) => `For ${mark}` }],
  },
  '/p/[projectId]/sources': { gate: 'project:read', on: 'workspace' },
  '/p/[projectId]/trash': {
    gate: 'document:trash',
    on: 'workspace',
    shows: [{ to: 'document:trash', words: ({ scrap }) => `Briefing on ${scrap}` }],
  },
  '/p/[projectId]/settings': {
    gate: 'project:update',
    on: 'workspace',
    shows: [{ to: 'project:update', words: ({ mark }) => `All ${mark}` }],
  },
  '/d/[documentId]': { gate: 'document:read', on: 'document' },
  '/p/[projectId]/activity': { gate: 'project:read', on: 'workspace' },
  '/d/[documentId]/activity': { gate: 'document:read', on: 'document' },
  '/d/[documentId]/coverage': { gate: 'document:read', on: 'document' },
  '/d/[documentId]/finding': { gate: 'document:read', on: 'document' },
  '/p/[projectId]/corrections': { gate: 'project:read', on: 'workspace' },
  '/c/[claimId]': { gate: 'claim:read', on: 'claim' },
  '/f/[findingId]': { gate: 'finding:read', on: 'finding' },
  '/e/[evidenceId]': {
    gate: 'claim:read',
    on: 'evidence',
    leads: ({ claimId }) => `/c/${claimId}#evidence`,
  },
  '/a/[annotationId]': {
    gate: 'annotation:read',
    on: 'annotation',
    leads: ({ documentId, annotationId }) => `/d/${documentId}?a=${annotationId}`,
  },
}

/** The Cookie header that somebody comes to a page with. */
export function cookiesOf({ after }: Page, as: string | null, { token }: Ids): string | null {
  return [as, after && openedLink(after, token ?? '')].filter(Boolean).join('; ') || null
}

/** The address of a page. */
export function addressOf(route: string, { search = '' }: Page, ids: Ids): string {
  return route.replace(/\[(\w+)\]/g, (_, name: string) => String(ids[name as keyof Ids])) + search
}
