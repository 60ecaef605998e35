import NextAuth from 'next-auth'
import { admit } from '@/app/_door/admit'
import { problem } from '@/app/_door/problem'
import { Refusal } from '@/domain/refusal'
import { authOptions } from '@/server/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own routes (sign in, sign out, CSRF token), behind the same check of the origin as every other write. */
async function handle(request: Request, context: Context): Promise<Response> {
  try {
    admit(request)
  } catch (error) {
    if (error instanceof Refusal) return problem(error)
    throw error
  }
  return (await NextAuth(
    request as never,
    context as never,
    authOptions(request.headers.get('user-agent') ?? ''),
  )) as Response
}

export { handle as GET, handle as POST }
