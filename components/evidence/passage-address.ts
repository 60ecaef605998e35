const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** The two addresses of a passage: its permanent one, and that of its document with the passage open. */
const FORMS = [new RegExp(`/a/(${UUID})`, 'i'), new RegExp(`/d/${UUID}\\?(?:[^#]*&)?a=(${UUID})`, 'i')]

/** The id of the annotation that a link to a passage names; null where it is no such link. */
export function annotationIdOf(link: string): string | null {
  for (const form of FORMS) {
    const id = form.exec(link)?.[1]
    if (id) return id.toLowerCase()
  }
  return null
}
