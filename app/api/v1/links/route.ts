import { keepPassing } from '@/app/_door/passing'
import { route } from '@/app/_door/route'

/** How long a link that was opened may lie before it is used, a sign-in elsewhere and back included. */
const LINK_MINUTES = 60

export const POST = route('POST /links', async (_, { body: { page, token } }) => {
  await keepPassing(page, token, LINK_MINUTES)
  return { done: true as const }
})
