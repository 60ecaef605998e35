'use client'

import { Ellipsis, MessageCircleQuestion } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import type { Question } from '@/domain/evidence/source'
import { Button, IconButton } from '@/components/ui/button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import { Badge } from '@/components/ui/small'
import { showError, showToast } from '@/components/ui/toast'
import { QuestionDialog } from './question-dialog'

type Props = {
  projectId: string
  claimId: string
  questions: readonly Question[]
  asks: boolean
  /** The ids of those that the reader may change and remove. */
  changeable: readonly string[]
}

/** The questions that were put to people about a claim, with what they answered: their right of reply. */
export function Questions({ projectId, claimId, questions, asks, changeable }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState<Question | 'new' | null>(null)
  if (questions.length === 0 && !asks) return null
  return (
    <section aria-labelledby="questions" className="grid gap-2.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="questions" className="font-semibold">
          Questions put to people <span className="text-ink-faint font-normal">{questions.length}</span>
        </h3>
        {asks ? (
          <Button size="small" variant="quiet" onClick={() => setOpen('new')}>
            <MessageCircleQuestion size={15} aria-hidden /> Log a question
          </Button>
        ) : null}
      </div>
      {questions.length === 0 ? (
        <p className="text-ink-faint">
          Who is spoken of may want to answer. What was asked, and what came back, is kept here.
        </p>
      ) : (
        <ul className="border-line bg-surface divide-line divide-y rounded-lg border">
          {questions.map((question) => (
            <Row
              key={question.id}
              question={question}
              onOpen={changeable.includes(question.id) ? () => setOpen(question) : null}
              onChanged={() => router.refresh()}
            />
          ))}
        </ul>
      )}
      {open ? (
        <QuestionDialog
          projectId={projectId}
          claimId={claimId}
          question={open === 'new' ? null : open}
          onSaved={() => {
            setOpen(null)
            router.refresh()
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  )
}

type RowProps = { question: Question; onOpen: (() => void) | null; onChanged: () => void }

function Row({ question: it, onOpen, onChanged }: RowProps) {
  return (
    <li className="flex items-start gap-2 px-3.5 py-2.5">
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p className="text-ink-soft flex flex-wrap items-center gap-x-2 text-sm">
          <span>
            To <span className="text-ink font-medium wrap-anywhere">{it.addressee}</span>
            {it.source && it.source.name !== it.addressee ? ` (${it.source.name})` : ''}
            {it.askedOn ? `, ${it.askedOn}` : ''}
          </span>
          {it.answer === '' ? <Badge tone="warning">No answer yet</Badge> : null}
        </p>
        <p className="font-serif text-[15px] wrap-anywhere whitespace-pre-line">{it.question}</p>
        {it.answer === '' ? null : (
          <div className="border-line-strong border-l-2 pl-3">
            <p className="text-ink-soft text-sm">Answered{it.answeredOn ? ` ${it.answeredOn}` : ''}</p>
            <p className="font-serif text-[15px] wrap-anywhere whitespace-pre-line">{it.answer}</p>
          </div>
        )}
      </div>
      {onOpen ? (
        <div className="flex shrink-0 items-center gap-1">
          {it.answer === '' ? (
            <Button size="small" variant="quiet" onClick={onOpen} aria-label={`Log the answer of ${it.addressee}`}>
              Answer
            </Button>
          ) : null}
          <Menu
            trigger={
              <IconButton label={`Actions for the question to ${it.addressee}`}>
                <Ellipsis size={16} aria-hidden />
              </IconButton>
            }
          >
            <MenuItem onSelect={onOpen}>Change</MenuItem>
            <MenuSeparator />
            <MenuItem danger onSelect={() => void removeQuestion(it.id, onChanged)}>
              Remove
            </MenuItem>
          </Menu>
        </div>
      ) : null}
    </li>
  )
}

/** Removes a question from the log and offers to undo it. */
async function removeQuestion(questionId: string, changed: () => void): Promise<void> {
  const params = { questionId }
  const restore = () => void call('POST /questions/{questionId}/restore', { params }).then(changed, showError)
  try {
    await call('DELETE /questions/{questionId}', { params })
    showToast({ text: 'The question is removed.', action: { name: 'Undo', run: restore } })
    changed()
  } catch (error) {
    showError(error)
  }
}
