import { makeDesk } from '@/server/testing/make'
import { expect, test } from './fixtures'

const paragraphs = Array.from({ length: 900 }, (_, number) =>
  `Paragraph ${number} says what the annex says. `.repeat(4),
)

test('a long document is read to its end, from parts that are sent compressed', async ({ as }) => {
  const { owner, documentId, versionId, text } = await makeDesk({ paragraphs })
  const page = await as(owner)
  const part = page.waitForResponse(`**/api/v1/versions/${versionId}/parts/1`)
  await page.goto(`/d/${documentId}`)
  expect((await part).headers()['content-encoding']).toMatch(/^(br|gzip)$/)
  const article = page.getByRole('article', { name: 'Document' })
  await expect(article.locator('[data-at]')).toHaveCount(paragraphs.length)
  expect(await article.locator('[data-at]').last().textContent()).toBe(text.split('\n').at(-1))
})

for (const encoding of ['br', 'gzip', 'identity']) {
  test(`a part comes as ${encoding} to those who ask for it`, async ({ as }) => {
    const { owner, versionId, text } = await makeDesk({ paragraphs })
    const page = await as(owner)
    const answer = await page.request.get(`/api/v1/versions/${versionId}/parts/1`, {
      headers: { 'accept-encoding': encoding },
    })
    expect(answer.headers()['content-encoding'] ?? 'identity').toBe(encoding)
    expect(await answer.text()).toContain(text.split('\n')[200]?.trim())
  })
}
