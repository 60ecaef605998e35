import { z } from 'zod'
import { Id, line, Moment } from '../endpoint'
import { TOKEN_DAYS, TOKEN_SCOPES } from './words'

export const TokenName = line(80)
export const TokenScope = z.enum(TOKEN_SCOPES)
export type TokenScope = z.infer<typeof TokenScope>

/** For how many days a token is good. */
export const TokenDays = z.literal(TOKEN_DAYS)

/** A key of a program, as its person sees it; the token itself is shown once, when it is made. */
export const Token = z.strictObject({
  id: Id,
  name: z.string(),
  workspace: z.strictObject({ id: Id, name: z.string() }),
  scope: TokenScope,
  createdAt: Moment,
  expiresAt: Moment,
  expired: z.boolean(),
  /** To within a few minutes; null before the first use. */
  lastUsedAt: Moment.nullable(),
})
export type Token = z.infer<typeof Token>
