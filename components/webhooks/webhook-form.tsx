'use client'

import { useState, type ReactNode } from 'react'
import type { Action } from '@/client/use-action'
import { CheckField } from '@/components/ui/check-field'
import { Choices } from '@/components/ui/choices'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import type { EventKind } from '@/domain/event'
import type { Webhook } from '@/domain/webhooks/webhook'
import type { NounsOfHooks } from '@/domain/webhooks/words'

type Props = {
  nouns: NounsOfHooks
  action: Action<[string, EventKind[]], unknown>
  webhook?: Webhook
  footer: ReactNode
}

const EXTENT = [
  { key: 'all', name: 'Everything', hint: 'What will be added to Assay later too.' },
  { key: 'some', name: 'Only what I choose' },
] as const

/** Where a webhook sends to, and of what. Kinds of events are chosen by what they are about. */
export function WebhookForm({ nouns, action, webhook, footer }: Props) {
  const [kinds, setKinds] = useState<readonly string[]>(webhook?.kinds ?? [])
  const [extent, setExtent] = useState<'all' | 'some'>(kinds.length > 0 ? 'some' : 'all')
  const [unchosen, setUnchosen] = useState(false)
  const choose = (noun: string, chosen: boolean) => {
    const others = kinds.filter((kind) => !kind.startsWith(`${noun}.`))
    setKinds(chosen ? [...others, ...(nouns[noun] ?? [])] : others)
    setUnchosen(false)
  }
  const submit = (address: string) => {
    const missing = extent === 'some' && kinds.length === 0
    setUnchosen(missing)
    if (!missing) void action.run(address, extent === 'all' ? [] : (kinds as EventKind[]))
  }
  return (
    <Form
      onSubmit={({ address = '' }) => submit(address)}
      error={unchosen ? 'Choose at least one thing to be told of.' : errorBeside(action, 'address')}
      fields={action.fields}
      footer={footer}
    >
      <TextField
        label="Address"
        name="address"
        type="url"
        autoComplete="off"
        defaultValue={webhook?.address}
        placeholder="https://"
        error={action.fields.address}
        hint="Each event is sent there by POST, as JSON: what happened to which thing, and nothing that is in it."
      />
      <Choices legend="What it is told of" name="extent" options={EXTENT} value={extent} onChange={setExtent} />
      {extent === 'some' ? (
        <fieldset className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3">
          <legend className="sr-only">What is to be told</legend>
          {Object.keys(nouns).map((noun) => (
            <CheckField
              key={noun}
              checked={kinds.some((kind) => kind.startsWith(`${noun}.`))}
              onChange={(checked) => choose(noun, checked)}
            >
              {noun}
            </CheckField>
          ))}
        </fieldset>
      ) : null}
    </Form>
  )
}
