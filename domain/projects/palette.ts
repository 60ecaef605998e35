/** The colours of labels: names whose tones for both themes are in `app/globals.css`, so that no colour is unreadable. */
export const COLORS = ['amber', 'blue', 'green', 'red', 'violet', 'teal', 'pink', 'grey'] as const
export type Color = (typeof COLORS)[number]

/** The labels that a new project starts with; its editors change them. */
export const DEFAULT_LABELS = [
  { name: 'Question', description: 'Something here needs an answer.', color: 'blue', shortcut: 1 },
  { name: 'Context', description: 'Background that helps to read this passage.', color: 'teal', shortcut: 2 },
  { name: 'Needs a source', description: 'Stated without saying how it is known.', color: 'amber', shortcut: 3 },
  {
    name: 'Wording',
    description: 'The words say more, less or something other than they should.',
    color: 'violet',
    shortcut: 4,
  },
  { name: 'Important', description: 'The rest turns on this.', color: 'red', shortcut: 5 },
] as const satisfies readonly { name: string; description: string; color: Color; shortcut: number }[]
