import { route } from '@/app/_door/route'
import { joinWithAccount } from '@/server/people/join'

export const POST = route('POST /invitations/join', (_, { body: { token, ...account } }) =>
  joinWithAccount(token, account),
)
