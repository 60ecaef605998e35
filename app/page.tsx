import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { pageActor } from './_door/page'

/** The way in: to the workspace that was open last, to the only one, or to the list of them. */
export default async function Home() {
  const { roles } = await pageActor('/')
  const last = (await cookies()).get('workspace')?.value ?? ''
  const [only] = roles.size === 1 ? roles.keys() : []
  const home = roles.has(last) ? last : only
  redirect(home ? `/w/${home}` : '/workspaces')
}
