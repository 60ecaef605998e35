import { linkFrom } from '@/domain/people/links'

/** The secret in a link, or in a letter that holds one; empty where there is none. */
export const secretOf = (text: string | null): string =>
  linkFrom(/#[\w-]+=[\w-]+/.exec(text ?? '')?.[0] ?? '')?.secret ?? ''
