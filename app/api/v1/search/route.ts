import { route } from '@/app/_door/route'
import { search } from '@/server/search/search'

export const GET = route('GET /search', (actor, { query }) => search(actor, query))
