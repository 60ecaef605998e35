import { expect, test } from 'vitest'
import { flatten } from '@/domain/documents/flatten'
import { convertFile } from '../convert'
import { codedFile, inUtf16, type Coded } from './pdf.cases'

async function textOf(encoding: string, ordering: string, texts: readonly Coded[]): Promise<string> {
  const bytes = codedFile(encoding, ordering, texts)
  return flatten((await convertFile({ fileName: 'a.pdf', bytes, most: 10_000 })).json).text
}

/** Encodings whose tables come with pdf.js, for fonts that a file does not hold: two lines of a paragraph, and what they say. */
test.each<[string, string, string, string, string]>([
  [
    'UniJIS-UCS2-H',
    'Japan1',
    inUtf16('協定は五月に署名され、鉱山の'),
    inUtf16('一覧は附属書にある。'),
    '協定は五月に署名され、鉱山の一覧は附属書にある。',
  ],
  ['90ms-RKSJ-H', 'Japan1', '8BA692E882CD8CDC8C8E82C9', '8F9096BC82B382EA82BD8142', '協定は五月に署名された。'],
  ['GB-EUC-H', 'GB1', 'D0ADB6A8D3DA', 'CEE5D4C2C7A9CAF0A1A3', '协定于五月签署。'],
  ['UniGB-UCS2-H', 'GB1', inUtf16('协定于五月'), inUtf16('签署。'), '协定于五月签署。'],
  ['UniCNS-UCS2-H', 'CNS1', inUtf16('協定於五月'), inUtf16('簽署。'), '協定於五月簽署。'],
  ['UniKS-UCS2-H', 'Korea1', inUtf16('협정은 오월에'), inUtf16('서명되었다.'), '협정은 오월에 서명되었다.'],
])('%s is read, and lines of %s are joined as the script has it', async (encoding, ordering, first, second, said) => {
  expect(await textOf(encoding, ordering, [[60, 700, first], [60, 684, second]])).toBe(said) // prettier-ignore
})

/** How letters stand on paper, from left to right. */
const seen = (text: string) => inUtf16([...text].reverse().join(''))

test('Hebrew is read from right to left, with its figures, over lines', async () => {
  const lines: Coded[] = [[60, 700, seen('ההסכם נחתם בחודש מאי ')], [72, 684, seen('והוא קובע את הכללים.')]] // prettier-ignore
  expect(await textOf('Identity-H', 'Identity', lines)).toBe('ההסכם נחתם בחודש מאי והוא קובע את הכללים.')
})

test('Arabic that is drawn word by word comes out in the order in which it is read', async () => {
  const [first, second, third] = ['وقعت', 'الاتفاقية', 'اليوم'] as const
  const lines: Coded[] = [[60, 700, seen(third)], [100, 700, seen(second)], [164, 700, seen(first)]] // prettier-ignore
  expect(await textOf('Identity-H', 'Identity', lines)).toBe(`${first} ${second} ${third}`)
})

test('a year within Hebrew keeps its digits in order', async () => {
  const line: Coded[] = [[60, 700, inUtf16(`${[...'נחתם'].reverse().join('')} 2025 ${[...'בשנת'].reverse().join('')}`)]]
  expect(await textOf('Identity-H', 'Identity', line)).toBe('בשנת 2025 נחתם')
})
