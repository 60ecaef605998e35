import { problem } from '@/app/_door/problem'
import { Refusal } from '@/domain/refusal'
import { config } from '@/server/config'
import { exposition, isMetricsToken } from '@/server/metrics'

export const dynamic = 'force-dynamic'

/** Numbers for Prometheus, for who has METRICS_TOKEN. Where none is set, there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  if (config.metricsToken === null)
    return problem(new Refusal('not-found', 'Metrics are off. METRICS_TOKEN turns them on.'))
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  if (!isMetricsToken(given))
    return problem(new Refusal('signed-out', 'Metrics want the header: Authorization: Bearer <METRICS_TOKEN>'))
  const { text, contentType } = await exposition()
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } })
}
