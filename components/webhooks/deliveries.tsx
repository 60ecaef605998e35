'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Badge, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showToast } from '@/components/ui/toast'
import type { Delivery } from '@/domain/webhooks/webhook'
import type { DeliveryState } from '@/domain/webhooks/words'

type Of = { workspaceId: string; webhookId: string }

/** While something waits, its fate is asked for this often; in ms. */
const WATCH_MS = 2_000

const TONES: Readonly<Record<DeliveryState, 'plain' | 'accent' | 'danger'>> = {
  waiting: 'plain',
  delivered: 'accent',
  failed: 'danger',
}

/** What a webhook has sent or is about to, newest first, and the way to send a test. */
export function Deliveries({ workspaceId, webhookId }: Of) {
  const client = useQueryClient()
  const router = useRouter()
  const queryKey = ['deliveries', webhookId]
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries',
        { params: { workspaceId, webhookId }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ items }) => items.some(({ state }) => state === 'waiting')) ? WATCH_MS : false,
  })
  const params = { workspaceId, webhookId }
  const again = () => client.invalidateQueries({ queryKey })
  const test = useAction(async (idempotencyKey) => {
    await call('POST /workspaces/{workspaceId}/webhooks/{webhookId}/test', { params }, { idempotencyKey })
    showToast({ text: 'A test is on its way.' })
    await again()
  })
  const redeliver = useAction(async (idempotencyKey, deliveryId: string) => {
    const path = 'POST /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver'
    await call(path, { params: { ...params, deliveryId } }, { idempotencyKey })
    showToast({ text: 'It is sent again.' })
    await again()
  })
  const items = data?.pages.flatMap((page) => page.items) ?? []
  useChange(items.map(({ state }) => state).join(), data !== undefined, () => router.refresh())
  const wrong = error?.message || test.error || redeliver.error
  return (
    <div className="grid gap-3">
      {wrong ? <Notice tone="danger">{wrong}</Notice> : null}
      <div>
        <Button size="small" busy={test.busy} onClick={() => void test.run()}>
          Send a test
        </Button>
      </div>
      {data && items.length === 0 ? <p className="text-ink-faint text-[13px]">Nothing yet.</p> : null}
      {items.length > 0 ? (
        <ul aria-label="What was sent" className="divide-line border-line divide-y rounded-md border">
          {items.map((delivery) => (
            <li key={delivery.id} className="grid gap-1 px-3 py-2">
              <Line delivery={delivery} busy={redeliver.busy} onAgain={() => void redeliver.run(delivery.id)} />
            </li>
          ))}
        </ul>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
      <p className="text-ink-faint text-[13px]">Kept for 30 days.</p>
    </div>
  )
}

/** Does `deed` when what is known becomes something else: what the webhook says of itself then does too. */
function useChange(what: string, known: boolean, deed: () => void): void {
  const last = useRef<string>(null)
  useEffect(() => {
    if (known && last.current !== null && last.current !== what) deed()
    if (known) last.current = what
  })
}

function Line({ delivery, busy, onAgain }: { delivery: Delivery; busy: boolean; onAgain: () => void }) {
  const { id, kind, state, status, attempts, at, attemptedAt, answer, error } = delivery
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-mono text-[13px] wrap-anywhere">{kind}</span>
        <Badge tone={TONES[state]}>{state}</Badge>
        {status === null ? null : <span className="text-ink-faint text-[13px]">answered {status}</span>}
        <span className="ml-auto">
          <Button size="small" busy={busy} onClick={onAgain} aria-label={`Send ${kind} again, message ${id}`}>
            Send again
          </Button>
        </span>
      </div>
      <p className="text-ink-faint text-[13px]">
        <Time at={at} /> · {attempts === 1 ? 'one attempt' : `${attempts} attempts`}
        {attemptedAt && attempts > 0 ? (
          <>
            , the last <Time at={attemptedAt} />
          </>
        ) : null}
      </p>
      {error ? <p className="text-danger text-[13px]">{error}</p> : null}
      {answer ? (
        <Disclosure summary={<span className="text-[13px]">Answer</span>}>
          <pre
            tabIndex={0}
            className="bg-sunken max-h-48 overflow-auto rounded p-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap"
          >
            {answer}
          </pre>
        </Disclosure>
      ) : null}
    </>
  )
}
