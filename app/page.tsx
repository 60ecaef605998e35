import { redirect } from 'next/navigation'
import { pageActor } from './_door/page'

/** The way in: to the only workspace, or to the list of them. */
export default async function Home() {
  const actor = await pageActor('/')
  const [only] = actor.roles.size === 1 ? actor.roles.keys() : []
  redirect(only ? `/w/${only}` : '/workspaces')
}
