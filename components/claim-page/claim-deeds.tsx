'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { Claim } from '@/domain/claims/claim'
import { useShortcuts } from '@/components/reader/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Kbd } from '@/components/ui/small'
import { AskedDeed } from './asked-deed'
import { isFirst, nameOf, type DeedKey } from './deeds'
import { useQuickDeeds } from './use-quick-deeds'

type Props = {
  claim: Claim
  deeds: readonly DeedKey[]
  /** Those who judged it last. */
  reviewedBy: readonly string[]
}

/** The keys of the fast lane. */
const KEYS: Readonly<Partial<Record<DeedKey, string>>> = { clear: 'k', object: 'o' }

/** What its reader may do about a claim now. */
export function ClaimDeeds({ claim, deeds, reviewedBy }: Props) {
  const [asking, setAsking] = useState<DeedKey | null>(null)
  const quick = useQuickDeeds(claim)
  const start = (deed: DeedKey) => {
    const act = quick[deed]
    if (act) void act()
    else setAsking(deed)
  }
  const press = (deed: DeedKey) => () => (deeds.includes(deed) ? start(deed) : false)
  useShortcuts({ k: press('clear'), o: press('object') })
  const rest = deeds.filter((deed) => !isFirst(deed))
  return (
    <div className="no-print flex flex-wrap items-center gap-2 empty:hidden">
      {deeds.filter(isFirst).map((deed) => (
        <Button key={deed} onClick={() => start(deed)}>
          {nameOf(deed)} {KEYS[deed] ? <Kbd>{KEYS[deed].toUpperCase()}</Kbd> : null}
        </Button>
      ))}
      {rest.length > 0 ? (
        <Menu
          trigger={
            <Button variant="quiet">
              <Ellipsis size={17} aria-hidden /> More
            </Button>
          }
        >
          {rest.map((deed) => (
            <MenuItem key={deed} danger={deed === 'remove'} onSelect={() => start(deed)}>
              {nameOf(deed)}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      {asking ? <AskedDeed {...{ claim, reviewedBy }} deed={asking} onClose={() => setAsking(null)} /> : null}
    </div>
  )
}
