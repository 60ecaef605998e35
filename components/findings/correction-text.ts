import type { Correction } from '@/domain/findings/correction'

type Said = Pick<Correction, 'passage' | 'problem' | 'proposed'>

/** Corrections of one document as a text to send to its author; `origin` is that of the permanent addresses in it. */
export function correctionText(title: string, corrections: readonly Said[], origin: string): string {
  const items = corrections.map(({ passage, problem, proposed }, index) =>
    [
      `${index + 1}. “${passage.exact}”`,
      `   ${origin}/a/${passage.annotationId}`,
      `   Problem: ${indented(problem)}`,
      ...(proposed ? [`   Proposed: ${indented(proposed)}`] : []),
    ].join('\n'),
  )
  return [`Corrections: ${title}`, ...items].join('\n\n') + '\n'
}

const indented = (text: string) => text.replace(/\n/g, '\n   ')
