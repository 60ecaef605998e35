import { route } from '@/app/_door/route'
import { writeDissent } from '@/server/findings/write-dissent'

export const POST = route('POST /findings/{findingId}/dissents', (actor, { params, body }) =>
  writeDissent(actor, params.findingId, body),
)
