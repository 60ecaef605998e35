import { expect, test } from 'vitest'
import { safeName } from './safe-name'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system.ini', 'system.ini'],
  ['..', 'document'],
  ['', 'document'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['lpt1.pdf', '_lpt1.pdf'],
  ['consul.txt', 'consul.txt'],
  ['a<b>:c|d?.txt', 'a_b__c_d_.txt'],
  ['report.pdf. . ', 'report.pdf'],
  ['gp\u202Egnp.exe', 'gpgnp.exe'],
  ['line\nbreak\u0000.md', 'linebreak.md'],
  ['Übersicht 2025.docx', 'Übersicht 2025.docx'],
])('%j is called %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})
