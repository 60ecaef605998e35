import { NIL } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'

/**
 * Someone who may read all that every member of a workspace may, and has written nothing: whatever leaves the house, or is
 * frozen for all, is read as by them, so that nothing is in it that someone keeps to themselves or that a seal holds.
 */
export const anyMember = (workspaceId: string): Actor => ({
  id: NIL,
  name: '',
  sessionId: NIL,
  roles: new Map([[workspaceId, 'viewer']]),
})
