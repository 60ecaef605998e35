import { route } from '@/app/_door/route'
import { listTokens } from '@/server/tokens/list-tokens'

export const GET = route('GET /me/tokens', (actor, { query }) => listTokens(actor, query))
