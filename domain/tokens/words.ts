/** What every token begins with, so that people know what it is, and programs that look for secrets find it. */
export const TOKEN_PREFIX = 'assay_'

/** What a token lets its program do. */
export const TOKEN_SCOPES = ['read', 'write'] as const

/** For how many days it may be good. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const

export const SCOPE_WORDS = {
  read: 'Read only',
  write: 'Read and write',
} as const satisfies Record<(typeof TOKEN_SCOPES)[number], string>
