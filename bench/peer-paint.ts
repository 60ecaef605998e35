/**
 * The peer's whole script, sent as it stands here: fetches the rest and the spans, four at once as our reader does, and
 * paints all highlights once everything is there.
 */
export async function paint(): Promise<void> {
  const parts = Number(document.currentScript?.getAttribute('data-parts'))
  const article = document.querySelector('article') as HTMLElement
  const spans = fetch('/spans').then(
    (response) =>
      response.json() as Promise<{ starts: number[]; ends: number[]; labels: number[]; labelTable: string[] }>,
  )
  const text = (part: number) => fetch(`/parts/${part}`).then((response) => response.text())
  const ahead: Promise<string>[] = []
  for (let part = 1; part < Math.min(parts, 5); part++) ahead.push(text(part))
  for (let part = 1; part < parts; part++) {
    const html = await (ahead.shift() as Promise<string>)
    if (part + 4 < parts) ahead.push(text(part + 4))
    article.insertAdjacentHTML('beforeend', html)
  }
  const blocks = [...article.querySelectorAll('[data-at]')]
  const at = blocks.map((block) => Number(block.getAttribute('data-at')))

  /** The point of an offset: the last block that starts at or before it, and the text in there. */
  const place = (offset: number): [Node, number] => {
    let [low, high] = [0, at.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((at[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    const walker = document.createTreeWalker(blocks[low - 1] as Element, NodeFilter.SHOW_TEXT)
    let left = offset - (at[low - 1] as number)
    let last: [Node, number] = [blocks[low - 1] as Element, 0]
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (left <= node.length) return [node, left]
      left -= node.length
      last = [node, node.length]
    }
    return last
  }

  const { starts, ends, labels } = await spans
  const names = ['label-none', 'label-amber', 'label-blue', 'label-green', 'label-red', 'label-violet']
  const highlights = names.map((name) => {
    const highlight = new Highlight()
    CSS.highlights.set(name, highlight)
    return highlight
  })
  starts.forEach((start, row) => {
    const [startContainer, startOffset] = place(start)
    const [endContainer, endOffset] = place(ends[row] as number)
    const highlight = highlights[(labels[row] as number) + 1] ?? highlights[0]
    highlight?.add(new StaticRange({ startContainer, startOffset, endContainer, endOffset }))
  })
  performance.mark('assay:painted')
}
