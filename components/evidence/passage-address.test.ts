import { expect, it } from 'vitest'
import { annotationIdOf } from './passage-address'

const A = '01a20eab-9489-72a1-9cd5-545946376580'
const D = '01a20eab-945e-7323-ad1e-867232e14d01'

it.each([
  { link: `https://assay.example/a/${A}`, id: A },
  { link: `/a/${A.toUpperCase()}`, id: A },
  { link: `  http://localhost:3000/d/${D}?a=${A}#p `, id: A },
  { link: `http://localhost:3000/d/${D}?label=none&a=${A}`, id: A },
  { link: `http://localhost:3000/d/${D}`, id: null },
  { link: `http://localhost:3000/c/${A}`, id: null },
  { link: `https://example.org/d/${D}?data=${A}`, id: null },
  { link: 'https://example.org/a/page', id: null },
  { link: '', id: null },
])('$link', ({ link, id }) => {
  expect(annotationIdOf(link)).toBe(id)
})
