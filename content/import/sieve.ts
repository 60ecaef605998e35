import { isSafeLink } from '../link'

type Act = (element: Element) => void

/** What is no text of the document. */
const DROPPED =
  'head script style noscript template iframe object embed svg math canvas video audio nav select textarea button dialog datalist img map'

/** Boxes whose text must not run into their neighbours', and that the content's parser takes for words in a line. */
const BOXES = 'main details summary center dt legend menu search body html'

/**
 * What happens to elements before a page is read as content: a row for each kind of element that needs more than that.
 * Scripts and the like go, with all that they hold; what is only for show becomes what it stands for.
 */
const ACTS: Readonly<Record<string, Act>> = {
  ...rows(DROPPED, (element) => element.remove()),
  ...rows(BOXES, (element) => rename(element, 'div')),
  input: (element) =>
    element.getAttribute('type') === 'checkbox'
      ? element.replaceWith(element.hasAttribute('checked') ? '☑' : '☐')
      : element.remove(),
  caption: (element) => element.closest('table')?.before(rename(element, 'p')),
  a: link,
  pre: code,
  td: span,
  th: span,
  ol: start,
}

/** Makes a parsed page ready to be read as content. Works on the tree itself. */
export function sieve(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    if (isHidden(element)) element.remove()
    else {
      const style = element.getAttribute('style')
      if (style !== null) emphasise(element, style)
      ACTS[element.localName.toLowerCase()]?.(element)
    }
  }
}

function rows(names: string, act: Act): Record<string, Act> {
  return Object.fromEntries(names.split(' ').map((name) => [name, act]))
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  )
}

/** Word processors write bold and italic as styles, and undo them on `<b>` in the same way. */
const EMPHASIS = [
  {
    tag: 'strong',
    tags: /^(b|strong)$/i,
    on: /(?<![\w-])font-weight\s*:\s*(bold|[6-9]00)/i,
    off: /(?<![\w-])font-weight\s*:\s*(normal|400)/i,
  },
  {
    tag: 'em',
    tags: /^(i|em)$/i,
    on: /(?<![\w-])font-style\s*:\s*(italic|oblique)/i,
    off: /(?<![\w-])font-style\s*:\s*normal/i,
  },
]

function emphasise(element: Element, style: string): void {
  element.removeAttribute('style')
  for (const { tag, tags, on, off } of EMPHASIS) {
    if (tags.test(element.localName) && off.test(style)) rename(element, 'span')
    else if (on.test(style) && !/^h\d$/i.test(element.localName)) {
      const inner = element.ownerDocument.createElement(tag)
      moveChildren(element, inner)
      element.append(inner)
    }
  }
}

/** How pages lead from a note back to its mark, in arrows only. */
const BACK = /^[\s\uFE0E\uFE0F]*[↩↑⏎^]+[\s\uFE0E\uFE0F]*$/u

function link(element: Element): void {
  if (element.getAttribute('href')?.startsWith('#') && BACK.test(element.textContent ?? '')) return element.remove()
  const href = element.getAttribute('href')?.trim()
  if (isSafeLink(href)) element.setAttribute('href', href)
  else element.removeAttribute('href')
}

/** Code keeps its line breaks and its language; the line feeds at its two ends are the page's and not the code's. */
function code(element: Element): void {
  const language = /\blanguage-[\w+#.-]+/.exec(
    `${element.className} ${element.querySelector('code')?.className ?? ''}`,
  )?.[0]
  for (const br of element.querySelectorAll('br')) br.replaceWith('\n')
  const inner = element.ownerDocument.createElement('code')
  if (language) inner.className = language
  inner.textContent = (element.textContent ?? '').replace(/^\r?\n/, '').replace(/\r?\n$/, '')
  element.textContent = ''
  element.append(inner)
}

const MOST_SPAN = 1000

function span(element: Element): void {
  for (const name of ['colspan', 'rowspan']) {
    const value = Number(element.getAttribute(name) ?? 1)
    if (value !== 1)
      element.setAttribute(name, String(Number.isInteger(value) ? Math.min(Math.max(value, 1), MOST_SPAN) : 1))
  }
}

function start(element: Element): void {
  const value = element.getAttribute('start')
  if (value !== null && !/^\d{1,6}$/.test(value)) element.removeAttribute('start')
}

function rename(element: Element, tag: string): Element {
  const other = element.ownerDocument.createElement(tag)
  moveChildren(element, other)
  element.replaceWith(other)
  return other
}

function moveChildren(from: Element, to: Element): void {
  for (let child = from.firstChild; child; child = from.firstChild) to.append(child)
}
