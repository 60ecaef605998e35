/** What the layout says of who is signed in, in the head of the page: their id, and the key of what they keep here. */
export const PERSON_META = 'assay-person'

export type Person = { id: string; draftsKey: string }

/** For whom this page was made; null on a page without a session. Asked anew each time: another page has another answer. */
export function personHere(): Person | null {
  const said = document.querySelector<HTMLMetaElement>(`meta[name=${PERSON_META}]`)?.content
  const [id, draftsKey] = said?.split(' ') ?? []
  return id && draftsKey ? { id, draftsKey } : null
}
