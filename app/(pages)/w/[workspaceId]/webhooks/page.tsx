import type { Metadata } from 'next'
import { QueryProvider } from '@/client/query'
import { found, idOf, pageActor } from '@/app/_door/page'
import { PageHeader } from '@/components/shell/app-shell'
import { EmptyState } from '@/components/ui/small'
import { NewWebhook } from '@/components/webhooks/edit-webhook'
import { Webhooks } from '@/components/webhooks/webhooks'
import { HOOK_NOUNS } from '@/domain/webhooks/words'
import { getWorkspace } from '@/server/people/workspaces'
import { listWebhooks } from '@/server/webhooks/list-webhooks'
import { WorkspaceFrame } from '../frame'

export const metadata: Metadata = { title: 'Webhooks' }

type Props = { params: Promise<{ workspaceId: string }> }

export default async function WebhooksPage({ params }: Props) {
  const workspaceId = idOf((await params).workspaceId)
  const actor = await pageActor(`/w/${workspaceId}/webhooks`)
  const workspace = await found(getWorkspace(actor, workspaceId))
  const { items } = await found(listWebhooks(actor, workspaceId, { limit: 100 }))
  const add = <NewWebhook workspaceId={workspaceId} nouns={HOOK_NOUNS} />
  return (
    <WorkspaceFrame actor={actor} workspace={workspace} page="/webhooks">
      <PageHeader
        title="Webhooks"
        meta="Other programs are told what happens here, of what every member may read. Private and sealed work is never among it."
        actions={items.length > 0 ? add : null}
      />
      {items.length === 0 ? (
        <EmptyState title="No webhooks" action={add}>
          A webhook is an address to which Assay sends a signed message whenever something happens in this workspace.
        </EmptyState>
      ) : (
        <QueryProvider>
          <Webhooks workspaceId={workspaceId} webhooks={items} nouns={HOOK_NOUNS} />
        </QueryProvider>
      )}
    </WorkspaceFrame>
  )
}
