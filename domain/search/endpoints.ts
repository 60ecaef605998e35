import { z } from 'zod'
import { endpoint, Paging } from '../endpoint'
import { Found, SearchFilter } from './search'

export const searchEndpoints = {
  'GET /search': endpoint({
    summary: 'What says these words, of all that one may read: documents, annotations, comments and claims.',
    permission: 'signed-in',
    tokens: true,
    query: z.strictObject({ ...Paging, limit: z.coerce.number().int().min(1).max(50).default(20), ...SearchFilter }),
    answer: Found,
  }),
}
