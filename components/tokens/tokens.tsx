'use client'

import { useRouter } from 'next/navigation'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { day } from '@/components/ui/day'
import { Badge, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showToast } from '@/components/ui/toast'
import type { Token } from '@/domain/tokens/token'
import { SCOPE_WORDS } from '@/domain/tokens/words'
import { NewToken } from './new-token'

type Workspace = { id: string; name: string }

/** The keys of one's programs: what each is for and when it was used, and the ways to make one and to end one. */
export function Tokens({ tokens, workspaces }: { tokens: readonly Token[]; workspaces: readonly Workspace[] }) {
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">
        A program can ask in your name with a token: in one workspace, with your role there, until a day that you
        choose. A new password does not end it.{' '}
        <a href="/api/docs" className="link">
          What programs can do
        </a>
      </p>
      <TokenList tokens={tokens} />
      {workspaces.length > 0 ? (
        <div>
          <NewToken workspaces={workspaces} />
        </div>
      ) : null}
    </div>
  )
}

function TokenList({ tokens }: { tokens: readonly Token[] }) {
  const router = useRouter()
  const { run, busy, error } = useAction(async (idempotencyKey, tokenId: string) => {
    await call('DELETE /me/tokens/{tokenId}', { params: { tokenId } }, { idempotencyKey })
    showToast({ text: 'The token is revoked; programs that have it are refused.' })
    router.refresh()
  })
  if (tokens.length === 0) return <p className="text-ink-faint text-[13px]">You have no tokens.</p>
  return (
    <>
      {error ? <Notice tone="danger">{error}</Notice> : null}
      <ul aria-label="Your tokens" className="divide-line border-line bg-surface divide-y rounded-lg border">
        {tokens.map((token) => (
          <li key={token.id} className="flex items-center justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <div className="flex flex-wrap items-center gap-2">
                <span className="font-medium wrap-anywhere">{token.name}</span>
                <Badge>{SCOPE_WORDS[token.scope]}</Badge>
                {token.expired ? <Badge tone="warning">expired</Badge> : null}
              </div>
              <div className="text-ink-faint text-[13px] wrap-anywhere">
                {token.workspace.name} · {token.expired ? 'good until' : 'until'} {day(token.expiresAt)} ·{' '}
                {token.lastUsedAt ? (
                  <>
                    last used <Time at={token.lastUsedAt} />
                  </>
                ) : (
                  'never used'
                )}
              </div>
            </div>
            <Button
              size="small"
              busy={busy}
              onClick={() => void run(token.id)}
              aria-label={`${token.expired ? 'Take away' : 'Revoke'} the token ${token.name}`}
            >
              {token.expired ? 'Take away' : 'Revoke'}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
