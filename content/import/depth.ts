import { Parser } from 'htmlparser2'
import { Refusal } from '@/domain/refusal'

/** Pages made by hand or by tools stay below; deeper ones cost their parsers the square of their depth, or the stack. */
const DEEPEST = 512

/**
 * Refuses a page, or a part of a document in XML, whose elements nest too deep, before a tree is made of it. It reads the
 * tags with the parser that the tree of a page is made with, so that no page can look flat here and be deep there, and
 * stops at the first tag that is too deep.
 */
export function refuseDeep(markup: string, { xml = false } = {}): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentagname() {
        depth += 1
        if (depth > DEEPEST)
          throw new Refusal(
            'invalid',
            `This ${xml ? 'document' : 'page'} nests its elements more than ${DEEPEST} levels deep. Save its text as .txt, or copy and paste what you need.`,
          )
      },
      onclosetag() {
        depth -= 1
      },
    },
    { xmlMode: xml },
  )
  parser.end(markup)
}
