import clsx from 'clsx'

export type Choice<K extends string> = { key: K; name: string; hint?: string }

/** One of a few, as radio buttons: all that can be chosen is seen at once, and what each means. */
export function Choices<K extends string>(props: {
  legend: string
  name: string
  options: readonly Choice<K>[]
  value: K
  onChange: (value: K) => void
  /** Side by side, where there is room. */
  columns?: 1 | 2 | 3
  /** In a dialog: gets the focus first. */
  focusFirst?: boolean
}) {
  const { legend, name, options, value, onChange, columns = 1, focusFirst } = props
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className={clsx('grid gap-1.5', COLUMNS[columns])}>
        {options.map((option) => (
          <label
            key={option.key}
            className="border-line has-checked:border-accent has-checked:bg-accent-wash hover:border-line-strong has-focus-visible:outline-accent flex cursor-pointer items-start gap-2 rounded-md border px-2.5 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={option.key}
              checked={value === option.key}
              onChange={() => onChange(option.key)}
              className="accent-accent mt-1 outline-none"
              {...(focusFirst && value === option.key && { 'data-focus-first': '' })}
            />
            <span className="min-w-0">
              <span className="block">{option.name}</span>
              {option.hint ? <span className="text-ink-soft block text-xs">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const COLUMNS = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-3' } as const

/** The rows of a table of words as choices, in its order. */
export const choicesOf = <K extends string>(
  words: Readonly<Record<K, { name: string; hint?: string }>>,
): readonly Choice<K>[] => (Object.keys(words) as K[]).map((key) => ({ key, ...words[key] }))
