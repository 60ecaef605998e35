import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { admit } from '@/app/_door/admit'
import { bytesOf } from '@/app/_door/body'
import { fault, problem } from '@/app/_door/problem'
import { notFound, Refusal } from '@/domain/refusal'
import { authOptions } from '@/server/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What we use of next-auth; its other routes (its own pages, sign-in by others, a log for strangers) stay shut. */
const OPEN = new Set(['GET csrf', 'POST callback/credentials', 'POST signout'])

/** More than an e-mail address, a password and a token can need; in bytes. */
const MOST_BYTES = 10_000

/** next-auth's own routes, behind the same checks of origin and size as every other write. */
async function handle(request: Request, context: Context): Promise<Response> {
  try {
    admit(request)
    const { nextauth } = await context.params
    if (!OPEN.has(`${request.method} ${nextauth.join('/')}`)) throw notFound('page')
    const { url, method, headers } = request
    const body = method === 'POST' ? Buffer.from(await bytesOf(request, MOST_BYTES)) : null
    const options = authOptions(headers.get('user-agent') ?? '')
    const bounded = new NextRequest(url, { method, headers, body })
    return (await NextAuth(bounded as never, context as never, options)) as Response
  } catch (error) {
    return error instanceof Refusal ? problem(error) : fault(error, 'next-auth')
  }
}

export { handle as GET, handle as POST }
