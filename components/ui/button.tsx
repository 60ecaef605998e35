import clsx from 'clsx'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

const VARIANTS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent shadow-low [--busy:var(--on-accent)]',
  secondary: 'bg-surface text-ink border-line-mid shadow-low hover:bg-sunken hover:border-line-strong',
  quiet: 'bg-transparent text-ink-soft border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-surface text-danger border-danger shadow-low hover:bg-danger-wash',
} as const

const SIZES = { small: 'h-7 px-2 text-sm gap-1', medium: 'h-9 px-3.5 gap-1.5' } as const

export type ButtonLook = { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES }

/** How a button looks; links that act as buttons take it too. */
export function buttonClass({ variant = 'secondary', size = 'medium' }: ButtonLook = {}, more?: string): string {
  return clsx(
    'relative inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55',
    VARIANTS[variant],
    SIZES[size],
    more,
  )
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & { busy?: boolean; ref?: Ref<HTMLButtonElement> }

/** A button. While `busy` it can't be pressed, turns a ring in place of its words if it takes long, and says so to screen readers. */
export function Button({ variant, size, busy, className, type = 'button', disabled, children, ...rest }: ButtonProps) {
  const look = { ...(variant && { variant }), ...(size && { size }) }
  return (
    <button
      type={type}
      className={buttonClass(look, clsx(busy && 'busy', className))}
      disabled={disabled ?? busy}
      aria-busy={busy}
      {...rest}
    >
      {children}
    </button>
  )
}

/** A button that is only a picture; `label` is its name. 32 px each way. */
export function IconButton({
  label,
  children,
  className,
  ...rest
}: Omit<ButtonProps, 'variant' | 'size'> & { label: string; children: ReactNode }) {
  return (
    <Button variant="quiet" aria-label={label} title={label} {...rest} className={clsx('size-8! px-0!', className)}>
      {children}
    </Button>
  )
}
