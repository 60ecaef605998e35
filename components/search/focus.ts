/** The field in which one writes what is looked for, where the page is the one of search. */
export function focusField(): boolean {
  const field = document.querySelector<HTMLInputElement>('[data-search-page] input[type=search]')
  field?.focus()
  field?.select()
  return field !== null
}

/** The first of what was found. */
export const focusFirst = (): void => document.querySelector<HTMLElement>('[data-hit]')?.focus()
