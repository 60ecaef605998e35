import { problem } from '@/app/_door/problem'
import { Refusal } from '@/domain/refusal'
import { isReady } from '@/server/ready'

export const dynamic = 'force-dynamic'

/** Ready: the database can be reached and has every migration that this version knows. */
export async function GET(): Promise<Response> {
  if (await isReady()) return Response.json({ status: 'ready' }, { headers: { 'cache-control': 'no-store' } })
  return problem(
    new Refusal(
      'unavailable',
      'The database is not reachable, or not migrated. Start Assay with npm start, or see its log.',
    ),
  )
}
