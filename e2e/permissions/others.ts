/** The routes that are no endpoints of the API: anyone may call them. Metrics answer who has their token. */
export const OTHERS = [
  'GET /api/health',
  'GET /api/ready',
  'GET /api/metrics',
  'GET /api/v1/openapi.json',
  'POST /api/unsubscribe/{token}',
  'GET /api/auth/[...nextauth]',
  'POST /api/auth/[...nextauth]',
] as const
