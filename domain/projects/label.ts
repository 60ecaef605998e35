import { z } from 'zod'
import { Id, line, prose, Version } from '../endpoint'
import { COLORS } from './palette'

export const Color = z.enum(COLORS)
export const Shortcut = z.int().min(1).max(9)
export const LabelName = line(40)
export const LabelDescription = prose(300)

/** What a passage is marked as. A retired label is no longer offered; annotations that have it keep it. */
export const Label = z.strictObject({
  id: Id,
  projectId: Id,
  name: z.string(),
  description: z.string(),
  color: Color,
  shortcut: Shortcut.nullable(),
  position: z.int(),
  version: Version,
  retired: z.boolean(),
})
export type Label = z.infer<typeof Label>

/** How many annotations outside the trash have a label, of those that the reader of this may see. */
export const LabelUse = z.strictObject({ labelId: Id, annotations: z.int() })
export type LabelUse = z.infer<typeof LabelUse>
