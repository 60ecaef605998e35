import { route } from '@/app/_door/route'
import { restoreClaim } from '@/server/claims/remove-claim'

export const POST = route('POST /claims/{claimId}/restore', (actor, { params }) => restoreClaim(actor, params.claimId))
