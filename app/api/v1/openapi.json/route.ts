import { openApi } from '@/app/_door/openapi'

/** The API's description, made from the same declarations that the routes are made from. */
export function GET(): Response {
  return Response.json(openApi(), { headers: { 'cache-control': 'public, max-age=300' } })
}
