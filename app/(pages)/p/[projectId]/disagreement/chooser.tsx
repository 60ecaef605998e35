import { buttonClass } from '@/components/ui/button'
import { inputClass } from '@/components/ui/field'

/** Chooses what a view is of; the answer is an address, so that it can be sent to others. */
export function Chooser(props: {
  label: string
  name: 'document' | 'phase'
  options: readonly { id: string; name: string }[]
  chosen: string | undefined
}) {
  const { label, name, options, chosen } = props
  return (
    <form className="mb-5 flex flex-wrap items-center gap-2">
      <select
        key={chosen}
        name={name}
        aria-label={label}
        defaultValue={chosen}
        className={`${inputClass} max-w-full min-w-0 pr-8 sm:max-w-96`}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      <button className={buttonClass()}>Show</button>
    </form>
  )
}
