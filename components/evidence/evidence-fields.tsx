'use client'

import { CheckField } from '@/components/ui/check-field'
import { TextAreaField, TextField } from '@/components/ui/field'
import type { ChosenFile, EvidenceForm } from './evidence-form'
import { FileChooser } from './file-chooser'
import { PassageChooser } from './passage-chooser'

/** The claim that evidence is added to, and who adds it. */
export type EvidencePlace = {
  projectId: string
  claimId: string
  /** The id of the reader. */
  me: string
  /** The largest file that the server takes, in bytes. */
  mostBytes: number
  /** The passages in which the claim is made, by their annotations. */
  occurrences: readonly string[]
}

type Props = {
  place: EvidencePlace
  form: EvidenceForm
  change: (part: Partial<EvidenceForm>) => void
  errors: Readonly<Record<string, string>>
  file: ChosenFile | null
  onFile: (file: ChosenFile | null) => void
}

/** What is asked of evidence of this kind. */
export function EvidenceFields({ place, form, change, errors, file, onFile }: Props) {
  if (form.kind === 'passage') {
    const { passage, share } = form
    return (
      <>
        <PassageChooser
          projectId={place.projectId}
          passage={passage}
          occurrences={place.occurrences}
          onChange={(next) => change({ passage: next, share: false })}
        />
        {passage?.private ? (
          <CheckField checked={share} onChange={(next) => change({ share: next })}>
            The team will see this annotation, which only you see so far, with what is said in it.
          </CheckField>
        ) : null}
      </>
    )
  }
  return (
    <>
      {form.kind === 'web' ? (
        <div className="grid items-start gap-3 sm:grid-cols-[1fr_10rem]">
          <TextField
            label="Address"
            type="url"
            placeholder="https://…"
            maxLength={2000}
            value={form.url}
            error={errors.url}
            onChange={(event) => change({ url: event.target.value })}
          />
          <RetrievedField
            value={form.retrievedOn}
            error={errors.retrievedOn}
            onChange={(retrievedOn) => change({ retrievedOn })}
          />
        </div>
      ) : (
        <FileChooser file={file} onChange={onFile} mostBytes={place.mostBytes} error={errors.attachmentId} />
      )}
      <TitleAndExcerpt form={form} onChange={change} errors={errors} />
    </>
  )
}

/** The day on which a page was seen as it is cited. */
export function RetrievedField(props: { value: string; error: string | undefined; onChange: (value: string) => void }) {
  return (
    <TextField
      label="Retrieved on"
      placeholder="2025-08-04"
      maxLength={10}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.target.value.trim())}
    />
  )
}

type Named = { title: string; excerpt: string }

/** What a page or a file is called, and the words of it that matter. */
export function TitleAndExcerpt(props: {
  form: Named
  onChange: (part: Partial<Named>) => void
  errors: Readonly<Record<string, string>>
}) {
  const { form, onChange, errors } = props
  return (
    <>
      <TextField
        label="Title"
        maxLength={300}
        value={form.title}
        error={errors.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextAreaField
        label="Excerpt"
        hint="The words that matter, as they stand there."
        rows={3}
        maxLength={5000}
        className="font-serif"
        value={form.excerpt}
        error={errors.excerpt}
        onChange={(event) => onChange({ excerpt: event.target.value })}
      />
    </>
  )
}
