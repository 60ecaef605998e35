/** A paragraph that Word means as an item of a list: which list, how deep. */
const ITEM = /mso-list:\s*(l\d+)\s+level(\d)/i
const NUMBERED = /^(\d{1,6}|[a-z]{1,5})[.)]/i

/** What of Word's is no text of the document, or stands in it only for old browsers. */
const LEFT_OUT = ['[style*="mso-element:comment-list"]', '[style*="mso-element:footnote-list"] > br', '[style*="mso-element:endnote-list"] > br'] // prettier-ignore

/**
 * Makes what is copied from Word, or saved by it as a page, into what it means: lists are paragraphs there, with their
 * bullets as words, and lines that are left free are paragraphs too. Works on the tree itself; other pages stay as they are.
 */
export function readWordMarkup(root: Element): void {
  if (!root.querySelector('[style*="mso-"], [class^="Mso"]')) return
  for (const element of root.querySelectorAll(LEFT_OUT.join(','))) element.remove()
  for (const paragraph of root.querySelectorAll('p'))
    if ((paragraph.textContent ?? '').trim() === '' && !paragraph.querySelector('img')) paragraph.remove()
  let open: Open = []
  let before: Element | null = null
  for (const paragraph of root.querySelectorAll('p')) {
    const item = ITEM.exec(paragraph.getAttribute('style') ?? '')
    if (!item) continue
    if (previousElement(paragraph) !== before) open = []
    before = addItem(paragraph, item[1] ?? '', Number(item[2]), open)
  }
}

type Open = { list: Element; level: number; id: string; last: Element }[]

/** Puts a paragraph into the list that is open at its level, or opens one; answers the outermost. */
function addItem(paragraph: Element, id: string, level: number, open: Open): Element {
  const marker = paragraph.querySelector('[style*="mso-list:Ignore"]')
  const number = NUMBERED.exec((marker?.textContent ?? '').trim())?.[1]
  marker?.remove()
  while ((open.at(-1)?.level ?? 0) > level) open.pop()
  const document = paragraph.ownerDocument
  const same = open.at(-1)
  if (same?.level === level && same.id !== id) open.pop()
  if (open.at(-1)?.level !== level) {
    const list = document.createElement(number === undefined ? 'ul' : 'ol')
    if (number !== undefined && /^\d+$/.test(number) && number !== '1') list.setAttribute('start', number)
    const around = open.at(-1)
    if (around) around.last.append(list)
    else paragraph.before(list)
    open.push({ list, level, id, last: list })
  }
  const now = open.at(-1) as Open[number]
  const item = document.createElement('li')
  now.list.append(item)
  item.append(paragraph)
  now.last = item
  return open[0]?.list as Element
}

const [ELEMENT, COMMENT] = [1, 8]

/** The element before, if only comments and empty lines lie between. */
function previousElement(element: Element): Element | null {
  let node = element.previousSibling
  while (node && (node.nodeType === COMMENT || (node.nodeType !== ELEMENT && (node.textContent ?? '').trim() === '')))
    node = node.previousSibling
  return node?.nodeType === ELEMENT ? (node as Element) : null
}
