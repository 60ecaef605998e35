import { afterEach, expect, test, vi } from 'vitest'
import { draftsUnder, dropDraft, loadDraft, saveDraft } from './drafts'

afterEach(() => vi.unstubAllGlobals())

/** A page with this in its head; there is no IndexedDB here, as in a browser that forbids it. */
const page = (content: string | null) =>
  vi.stubGlobal('document', { querySelector: () => (content === null ? null : { content }) })

test.each([
  ['a page without a session', null],
  ['a browser that forbids IndexedDB', `ada ${'a1'.repeat(32)}`],
])('on %s drafts last as long as the page', async (_, head) => {
  page(head)
  await saveDraft('ada/pending/1/a', { text: 'A thought' })
  await saveDraft('ada/reply/1', 'Another')
  expect(await loadDraft('ada/reply/1')).toBe('Another')
  expect(await draftsUnder('ada/pending/1/')).toEqual([{ text: 'A thought' }])
  await dropDraft('ada/reply/1')
  expect(await loadDraft('ada/reply/1')).toBeUndefined()
  await dropDraft('ada/pending/1/a')
  expect(await draftsUnder('ada/')).toEqual([])
})
