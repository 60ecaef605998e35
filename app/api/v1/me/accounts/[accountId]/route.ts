import { route } from '@/app/_door/route'
import { unlinkAccount } from '@/server/people/accounts'

export const DELETE = route('DELETE /me/accounts/{accountId}', (actor, { params }) =>
  unlinkAccount(actor, params.accountId),
)
