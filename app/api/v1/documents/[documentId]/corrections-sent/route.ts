import { route } from '@/app/_door/route'
import { sendCorrections } from '@/server/findings/change-correction'

export const POST = route('POST /documents/{documentId}/corrections-sent', (actor, { params }) =>
  sendCorrections(actor, params.documentId),
)
