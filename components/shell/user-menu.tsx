'use client'

import { signOut } from '@/client/sign-in'
import { Avatar } from '@/components/ui/small'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { showError } from '@/components/ui/toast'

/** Who is signed in, and the way out. */
export function UserMenu({ name }: { name: string }) {
  const leave = () => {
    signOut().catch(showError)
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${name}: account and sign out`}
          className="hover:bg-sunken flex h-8 items-center gap-2 rounded-md px-1.5"
        >
          <Avatar name={name} />
          <span className="hidden max-w-[16ch] truncate sm:inline">{name}</span>
        </button>
      }
    >
      <MenuLink href="/account">Account</MenuLink>
      <MenuLink href="/workspaces">Workspaces</MenuLink>
      <MenuSeparator />
      <MenuItem onSelect={leave}>Sign out</MenuItem>
    </Menu>
  )
}
