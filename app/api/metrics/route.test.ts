import { beforeAll, expect, test } from 'vitest'
import { measured } from '@/server/metrics'
import { GET } from './route'

const TOKEN = 'only for the tests of metrics'

beforeAll(() => {
  process.env.METRICS_TOKEN = TOKEN // before the configuration is read for the first time
})

const ask = (authorization?: string) =>
  GET(new Request('http://localhost/api/metrics', authorization ? { headers: { authorization } } : {}))

test.each([undefined, 'Bearer ', 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${TOKEN}.`, TOKEN])(
  'without the token there are no numbers: %s',
  async (authorization) => {
    const response = await ask(authorization)
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('assay_process')
  },
)

test('with it, requests are told by endpoint and status, and the process by what it uses', async () => {
  measured('GET /documents/{documentId}', 200, 12)
  measured('GET /documents/{documentId}', 404, 3)
  const response = await ask(`Bearer ${TOKEN}`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  expect(text).toContain('assay_request_duration_seconds_count{endpoint="GET /documents/{documentId}",status="200"} 1')
  expect(text).toContain('assay_request_duration_seconds_count{endpoint="GET /documents/{documentId}",status="404"} 1')
  expect(text).toContain('assay_process_resident_memory_bytes')
})
