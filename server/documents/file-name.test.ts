import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachment, cleanFileName } from './file-name'

test.each([
  ['report.txt', 'report.txt'],
  ['C:\\Users\\ada\\report.md', 'report.md'],
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['exe.\u202Egpj.html', 'exe.gpj.html'],
  ['a\u0000b\n c\t d.txt', 'ab c d.txt'],
  ['  . .txt', 'document.txt'],
  ['.txt', 'document.txt'],
  ['..', 'document'],
  ['', 'document'],
  ['e\u0301tude.txt', 'étude.txt'],
  [`${'😀'.repeat(200)}.md`, `${'😀'.repeat(120)}.md`],
  ['half \ud83d.txt', 'half.txt'],
])('%j is kept as %j', (name, kept) => expect(cleanFileName(name)).toBe(kept))

test('a header says the name twice: for old programs, and in full', () => {
  expect(attachment(`Ümläut "quoted" 100%.txt`)).toBe(
    `attachment; filename="_ml_ut _quoted_ 100_.txt"; filename*=UTF-8''%C3%9Cml%C3%A4ut%20%22quoted%22%20100%25.txt`,
  )
  expect(attachment("it's (1)*.md")).toContain("filename*=UTF-8''it%27s%20%281%29%2A.md")
})

test('whatever a file is called, its clean name is safe, stays, and fits a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const clean = cleanFileName(name)
      expect(clean).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Cs}]+$/u)
      expect(cleanFileName(clean)).toBe(clean)
      expect(() => new Headers({ 'content-disposition': attachment(clean) })).not.toThrow()
    }),
  )
})
