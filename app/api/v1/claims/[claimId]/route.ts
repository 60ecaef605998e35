import { route } from '@/app/_door/route'
import { getClaim } from '@/server/claims/get-claim'
import { removeClaim } from '@/server/claims/remove-claim'
import { updateClaim } from '@/server/claims/update-claim'

export const GET = route('GET /claims/{claimId}', (actor, { params }) => getClaim(actor, params.claimId))

export const PATCH = route('PATCH /claims/{claimId}', (actor, { params, body }) =>
  updateClaim(actor, params.claimId, body),
)

export const DELETE = route('DELETE /claims/{claimId}', (actor, { params }) => removeClaim(actor, params.claimId))
