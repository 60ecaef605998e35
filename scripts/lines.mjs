import { StringDecoder } from 'node:string_decoder'

/** The lines of a stream of UTF-8, without their line feeds. Only a line feed ends a line: what people write holds others. */
export async function* linesOf(stream) {
  const decoder = new StringDecoder('utf8')
  let pieces = [] // of the line under way, which may be as long as the largest file that someone uploaded
  for await (const chunk of stream) {
    const text = decoder.write(chunk)
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield [...pieces, text.slice(start, end)].join('')
      pieces = []
      start = end + 1
    }
    pieces.push(text.slice(start))
  }
  const rest = pieces.join('')
  if (rest !== '') yield rest
}
