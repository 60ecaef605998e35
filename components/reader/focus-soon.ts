/** Cards, and what stands in them, come a while after they were asked for; in ms until nobody waits any longer. */
const PATIENCE_MS = 2_000

let asked = 0

/**
 * Gives the focus to an element as soon as it is in the page, and not before `ready`; at once, where it is there. Of
 * several that are waited for, only the one that was asked for last gets it.
 */
export async function focusSoon(
  find: () => HTMLElement | null | undefined,
  { ready, focus = focusQuietly }: { ready?: Promise<unknown>; focus?: (element: HTMLElement) => void } = {},
): Promise<void> {
  const turn = ++asked
  if (ready) await ready
  const begun = performance.now()
  while (turn === asked && performance.now() - begun < PATIENCE_MS) {
    const element = find()
    if (element) return focus(element)
    await new Promise(requestAnimationFrame)
  }
}

const focusQuietly = (element: HTMLElement) => element.focus({ preventScroll: true })
