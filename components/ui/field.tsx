import clsx from 'clsx'
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'

const BOX =
  'w-full rounded-md border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-faint aria-invalid:border-danger disabled:opacity-60'

export const inputClass = clsx(BOX, 'h-9')

type Wired = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A label, its control, a hint and what is wrong, tied together for screen readers. */
export function Field(props: {
  label: string
  hint?: ReactNode
  error?: string | undefined
  hidden?: boolean
  children: (wired: Wired) => ReactNode
}) {
  const id = useId()
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={props.hidden ? 'sr-only' : 'text-sm font-medium'}>
        {props.label}
      </label>
      {props.children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(props.error && { 'aria-invalid': true }),
      })}
      {props.hint ? (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {props.hint}
        </p>
      ) : null}
      {props.error ? (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {props.error}
        </p>
      ) : null}
    </div>
  )
}

type Labelled = { label: string; hint?: ReactNode; error?: string | undefined; hideLabel?: boolean }

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  className,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} hint={hint} error={error} hidden={hideLabel ?? false}>
      {(wired) => <input {...wired} {...rest} className={clsx(inputClass, className)} />}
    </Field>
  )
}

export function TextAreaField({
  label,
  hint,
  error,
  hideLabel,
  className,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field label={label} hint={hint} error={error} hidden={hideLabel ?? false}>
      {(wired) => <textarea rows={3} {...wired} {...rest} className={clsx(BOX, 'py-2', className)} />}
    </Field>
  )
}

export function SelectField({
  label,
  hint,
  error,
  hideLabel,
  className,
  children,
  ...rest
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field label={label} hint={hint} error={error} hidden={hideLabel ?? false}>
      {(wired) => (
        <select {...wired} {...rest} className={clsx(inputClass, 'pr-8', className)}>
          {children}
        </select>
      )}
    </Field>
  )
}
