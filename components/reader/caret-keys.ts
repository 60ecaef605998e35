import type { Unit } from '@/domain/documents/steps'

/** What a key asks of the caret: a step in the text, or one in the lines as they are laid out. */
export type Move =
  | { by: 'unit'; unit: Unit; forward: boolean }
  /** One character to the left or right, which is forward or back as the block is written. */
  | { by: 'side'; unit: 'character' | 'word'; right: boolean }
  | { by: 'line' | 'line-end' | 'screen' | 'document'; forward: boolean }

const unit = (unit: Unit) => (forward: boolean) => ({ by: 'unit', unit, forward }) as const
const side = (unit: 'character' | 'word') => (right: boolean) => ({ by: 'side', unit, right }) as const
const lay = (by: 'line' | 'line-end' | 'screen' | 'document') => (forward: boolean) => ({ by, forward }) as const

/** The axis of a key: the key backward, and the key forward. */
const AXES = {
  sides: ['ArrowLeft', 'ArrowRight'],
  lines: ['ArrowUp', 'ArrowDown'],
  ends: ['Home', 'End'],
  pages: ['PageUp', 'PageDown'],
} as const

type Axis = keyof typeof AXES
type Held = '' | 'Control' | 'Alt' | 'Meta' | 'Control+Alt'
type Table = Readonly<Partial<Record<`${Held}:${Axis}`, (forward: boolean) => Move>>>

const EVERYWHERE: Table = {
  ':sides': side('character'),
  ':lines': lay('line'),
  ':ends': lay('line-end'),
  ':pages': lay('screen'),
}

/** As the system's own text fields have them; none of them has a key for sentences. */
const TABLES: Readonly<Record<'mac' | 'other', Table>> = {
  mac: {
    ...EVERYWHERE,
    'Alt:sides': side('word'),
    'Alt:lines': unit('paragraph'),
    'Meta:sides': lay('line-end'),
    'Meta:lines': lay('document'),
    'Control+Alt:lines': unit('sentence'),
  },
  other: {
    ...EVERYWHERE,
    'Control:sides': side('word'),
    'Control:lines': unit('paragraph'),
    'Control:ends': lay('document'),
    'Alt:lines': unit('sentence'),
  },
}

/** What is held for words, paragraphs and sentences, as the list of keys names it. */
export const HELD_KEYS = {
  mac: { word: '⌥', sentence: '⌃⌥' },
  other: { word: 'Ctrl', sentence: 'Alt' },
} as const

export const systemOf = (platform: string): 'mac' | 'other' => (/^(Mac|iP)/.test(platform) ? 'mac' : 'other')

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** What a key asks for; null where it is none of the caret's. Shift is not looked at: it extends every move. */
export function moveOf({ key, ctrlKey, altKey, metaKey }: Pressed, system: 'mac' | 'other'): Move | null {
  const held = [ctrlKey && 'Control', altKey && 'Alt', metaKey && 'Meta'].filter(Boolean).join('+') as Held
  for (const axis of Object.keys(AXES) as Axis[]) {
    const at = (AXES[axis] as readonly string[]).indexOf(key)
    if (at >= 0) return TABLES[system][`${held}:${axis}`]?.(at === 1) ?? null
  }
  return null
}
