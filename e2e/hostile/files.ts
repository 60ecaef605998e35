import { ExternalHyperlink, Paragraph, TextRun } from 'docx'
import { pdfFile, wordFile } from '@/server/testing/make-files'

/** What may stand in XML and in a font of a PDF: the rest would make no file of it. */
const inXml = (text: string) => text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
const inLatin = (text: string) => text.replace(/[^\u0020-\u007e]/g, '')

/** Files in every format that is taken, which carry these strings wherever the format has room. */
export async function filesOf(texts: readonly string[]): Promise<Record<string, Uint8Array>> {
  const [title = '', author = '', keywords = ''] = texts
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const links = texts.slice(0, 60)
  return {
    txt: utf8(texts.join('\n\n')),
    md: utf8(
      `---\ntitle: ${JSON.stringify(title)}\nauthor: ${author}\n---\n\n${texts.join('\n\n')}\n\n${links.map((link) => `[a](${link})`).join('\n\n')}`,
    ),
    html: utf8(
      `<!doctype html><html lang="${author}"><head><title>${title}</title><meta name=author content="${author}"><meta property="og:title" content='${title}'></head><body onload="canary(1)">${texts.map((text) => `<p>${text}</p><p title="${text}">x</p><a href="${text}">a</a>`).join('\n')}</body></html>`,
    ),
    docx: await wordFile(
      texts.map((text, at) => {
        const run = new TextRun(inXml(text).slice(0, 2000))
        return new Paragraph({
          children: at < links.length ? [new ExternalHyperlink({ link: inXml(text), children: [run] })] : [run],
        })
      }),
      { title: inXml(title), creator: inXml(author), keywords: inXml(keywords), description: inXml(title) },
    ),
    pdf: await pdfFile(
      (pdf) => {
        for (const text of texts)
          pdf.text(inLatin(text).slice(0, 300) || 'x', { link: inLatin(text).slice(0, 300) || 'x' })
      },
      { info: { Title: title, Author: author, Keywords: keywords } },
    ),
  }
}
