type Day<I> = { at: string; items: I[] }

/** What happened, newest first, by day in UTC: `at` is a moment of that day. */
export function byDay<I extends { at: string }>(items: readonly I[]): Day<I>[] {
  const days: Day<I>[] = []
  for (const item of items) {
    const last = days.at(-1)
    if (last && last.at.slice(0, 10) === item.at.slice(0, 10)) last.items.push(item)
    else days.push({ at: item.at, items: [item] })
  }
  return days
}
