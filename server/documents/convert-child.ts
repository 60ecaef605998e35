import { convertFile } from '@/content/import/convert'
import { Refusal } from '@/domain/refusal'
import type { ConvertOrder, ConvertReply } from './convert'

/**
 * The importer's process: an order and the file's bytes on standard input, one JSON reply on standard output. It has an
 * empty environment, and its parent ends it when it takes too long or too much memory.
 */
async function main(): Promise<ConvertReply> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const input = Buffer.concat(chunks)
  const line = input.indexOf('\n')
  const order = JSON.parse(input.subarray(0, line).toString('utf8')) as ConvertOrder
  try {
    return { converted: await convertFile({ ...order, bytes: input.subarray(line + 1) }) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { kind: error.kind, message: error.message } }
    throw error
  }
}

process.stdout.write(JSON.stringify(await main()))
