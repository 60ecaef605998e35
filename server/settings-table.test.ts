import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { settingsTable } from './settings-table'

const PAGE = 'docs/operate.md'
const BETWEEN = /(<!-- settings -->\n)[\s\S]*(\n<!-- \/settings -->)/

/** `UPDATE=1 npx vitest run --project service server/settings-table` writes the table anew. */
test('the page for operators has the settings as the program reads them', async () => {
  const page = readFileSync(PAGE, 'utf8')
  expect(page).toMatch(BETWEEN)
  const text = page.replace(BETWEEN, (_, before: string, after: string) => `${before}\n${settingsTable()}\n${after}`)
  const wanted = await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' })
  if (process.env.UPDATE) writeFileSync(PAGE, wanted)
  expect(readFileSync(PAGE, 'utf8')).toBe(wanted)
})
