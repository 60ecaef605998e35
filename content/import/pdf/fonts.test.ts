import { expect, test } from 'vitest'
import { faceNamed } from './fonts'

test.each([
  ['Times-Roman', ''],
  ['ABCDEF+Times-Bold', 'bold'],
  ['Arial,BoldItalic', 'bold italic'],
  ['HelveticaNeue-Medium', ''],
  ['NimbusRomNo9L-Medi', 'bold'],
  ['NimbusRomNo9L-MediItal', 'bold italic'],
  ['NimbusRomNo9L-ReguItal', 'italic'],
  ['Courier-Oblique', 'italic'],
  ['SourceSansPro-Semibold', 'bold'],
  ['MinionPro-It', 'italic'],
  ['MyriadPro-BoldIt', 'bold italic'],
  ['CMR10', ''],
  ['CMBX12', 'bold'],
  ['CMTI10', 'italic'],
  ['CMMI10', ''],
  ['Digital', ''],
  ['', ''],
])('letters of %s are %s', (name, look) => {
  const { bold, italic } = faceNamed(name)
  expect([bold && 'bold', italic && 'italic'].filter(Boolean).join(' ')).toBe(look)
})
