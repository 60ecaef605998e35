/** Something that can be done on the page: the words of its button, and the button. */
export type Action = { name: string; run: () => void }

/**
 * What the page itself offers: the buttons and links in elements that say `data-actions`, and those that say `data-action`.
 * What can't be seen or pressed now is no action, so the list never offers what its reader may not do.
 */
export function actionsHere(root: ParentNode = document): Action[] {
  const found = root.querySelectorAll<HTMLElement>(
    '[data-actions] :is(button, a[href]), :is(button, a[href])[data-action]',
  )
  const actions = [...found]
    .filter((element) => !element.matches(':disabled, [aria-disabled=true]') && element.checkVisibility())
    .map((element) => ({ name: nameOf(element), run: () => element.click() }))
  return actions.filter(({ name }, index) => name !== '' && actions.findIndex((each) => each.name === name) === index)
}

const nameOf = (element: HTMLElement): string =>
  (element.getAttribute('aria-label') ?? element.innerText).replaceAll(/\s+/g, ' ').trim()
