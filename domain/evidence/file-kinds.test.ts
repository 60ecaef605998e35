import { expect, test } from 'vitest'
import { FILE_KINDS, fileKindOf, withEnding } from './file-kinds'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const REST = '\x00\x00\x00\x0dIHDR'

test.each([
  ['PNG', `\x89PNG\r\n\x1a\n${REST}`],
  ['JPEG', `\xff\xd8\xff\xe0${REST}`],
  ['JPEG', `\xff\xd8\xff\xdb${REST}`],
  ['GIF', `GIF87a${REST}`],
  ['GIF', `GIF89a${REST}`],
  ['WebP', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['PDF', '%PDF-1.7\n%âãÏÓ'],
])('%s is told by how it begins', (name, text) => expect(fileKindOf(bytes(text))?.name).toBe(name))

test.each([
  ['nothing', ''],
  ['a script', '<script>alert(1)</script>'],
  ['a page', '<!doctype html><title>x</title>'],
  ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['a program', 'MZ\x90\x00'],
  ['an archive', 'PK\x03\x04'],
  ['a sound', 'RIFF\x24\x00\x00\x00WAVEfmt '],
  ['another GIF', 'GIF88a'],
  ['a beginning that breaks off', '\x89PNG\r\n\x1a'],
  ['a document that begins later', '\n%PDF-1.7'],
])('%s can’t be evidence', (_, text) => expect(fileKindOf(bytes(text))).toBeNull())

const kind = (name: string) => FILE_KINDS.find((each) => each.name === name) ?? FILE_KINDS[0]

test.each([
  ['photo.jpg', 'JPEG', 'photo.jpg'],
  ['PHOTO.JPEG', 'JPEG', 'PHOTO.JPEG'],
  ['invoice.exe', 'PNG', 'invoice.exe.png'],
  ['report', 'PDF', 'report.pdf'],
])('%s of kind %s is called %s', (name, of, called) => {
  const found = kind(of)
  expect(found && withEnding(name, found)).toBe(called)
})
