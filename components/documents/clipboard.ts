/** What a clipboard brings: the words, and the page or document that they were copied from where it says more. */
export type Clip = { text: string; html: string }

/** Marks of structure that plain text loses; editors of code wrap each word in spans, which say nothing. */
const STRUCTURE = /<(?:h[1-6]|ul|ol|table|blockquote|pre|a|strong|b|em|i|sup|sub)[\s>]|<p\b[^>]*mso-list:/i

/** The text of a paste; `html` is empty where it would add nothing. */
export function clipOf(data: DataTransfer): Clip {
  const html = data.getData('text/html')
  return { text: data.getData('text/plain'), html: STRUCTURE.test(html) ? html : '' }
}
