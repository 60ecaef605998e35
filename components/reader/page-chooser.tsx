'use client'

import { BookOpen } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { usePages } from './use-pages'

type Pages = ReturnType<typeof usePages>

/** The way to a page of the file that the document came from; nothing where it has none. */
export function PageChooser({ pages, open, onOpen }: { pages: Pages; open: boolean; onOpen: (open: boolean) => void }) {
  const [reached, setReached] = useState<number | null>(null)
  if (pages.last === 0) return null
  return (
    <>
      <IconButton label="Go to page…" onClick={() => onOpen(true)}>
        <BookOpen size={16} aria-hidden />
      </IconButton>
      <p role="status" className="sr-only">
        {reached === null ? '' : told(pages, reached)}
      </p>
      {open ? (
        <PageDialog
          pages={pages}
          onReached={(page) => {
            setReached(page)
            onOpen(false)
          }}
          onClose={() => onOpen(false)}
        />
      ) : null}
    </>
  )
}

const told = ({ printed, nameOf, last }: Pages, page: number) =>
  printed ? `Page ${nameOf(page)}, which is ${page} of ${last}` : `Page ${page} of ${last}`

type DialogProps = { pages: Pages; onReached: (page: number) => void; onClose: () => void }

function PageDialog({ pages, onReached, onClose }: DialogProps) {
  const [here] = useState(() => pages.nameOf(pages.here()))
  const [fields, setFields] = useState<Record<string, string>>({})
  const submit = ({ page = '' }: Record<string, string>) => {
    const number = pages.find(page)
    if (number !== null && pages.goTo(number)) onReached(number)
    else
      setFields({
        page: `Please write a number from 1 to ${pages.last}${pages.printed ? ', or what is printed on a page' : ''}.`,
      })
  }
  return (
    <Dialog title="Go to page" onClose={onClose}>
      <Form
        onSubmit={submit}
        fields={fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary">
              Go
            </Button>
          </DialogActions>
        }
      >
        <TextField
          label={`Page, of ${pages.last}`}
          name="page"
          inputMode={pages.printed ? 'text' : 'numeric'}
          {...(pages.printed && { hint: 'As it is printed on the page, or counted from the first.' })}
          autoComplete="off"
          defaultValue={here}
          onFocus={(event) => event.currentTarget.select()}
          error={fields.page}
        />
      </Form>
    </Dialog>
  )
}
