import { expect as baseExpect, test as base, type BrowserContextOptions, type Page } from '@playwright/test'
import type { Role } from '@/domain/permissions/role'
import { makeMailServer } from '@/server/testing/mail-server'
import { makeDesk, makeMember, signIn, type MadeUser } from '@/server/testing/make'

export { expect, type Page } from '@playwright/test'

type Fixtures = {
  /** The mail server that the server under test sends to; one test has it at a time. */
  mail: Awaited<ReturnType<typeof makeMailServer>>
  /** A workspace of this test's own, with an owner, a project with the default labels, and a document. */
  desk: Awaited<ReturnType<typeof makeDesk>>
  /** A browser of their own in which this person is signed in. */
  as: (user: { id: string }, options?: BrowserContextOptions) => Promise<Page>
  /** A browser in which nobody is signed in. */
  stranger: (options?: BrowserContextOptions) => Promise<Page>
  /** Someone new with this role at the desk, and the browser in which they are signed in. */
  member: (role: Role, name?: string, options?: BrowserContextOptions) => Promise<{ user: MadeUser; page: Page }>
}

/** A page that lets every gesture wait until the page's script runs: a click before that does nothing. */
async function patient(page: Page): Promise<Page> {
  await page.addLocatorHandler(page.locator('html[lang]:not([data-ready])'), async () => undefined)
  return page
}

/** Tests get browsers per person; people and what they work on come from the database of the server under test. */
export const test = base.extend<Fixtures>({
  desk: async ({ browserName }, use) => use(await makeDesk({ name: `Analysts in ${browserName}` })),
  mail: async ({ browserName: _ }, use) => {
    const port = Number(process.env.MAIL_PORT)
    let mail: Fixtures['mail'] | null = null
    // Whoever has the port has the mail: a test of another worker may have it still.
    await baseExpect
      .poll(async () => (mail = await makeMailServer({ port }).catch(() => null)), { timeout: 170_000 })
      .not.toBeNull()
    const got = mail as unknown as Fixtures['mail']
    await use(got)
    await got.close()
  },
  page: async ({ page }, use) => use(await patient(page)),
  stranger: async ({ browser }, use) => {
    await use(async (options) => patient(await (await browser.newContext(options)).newPage()))
    await Promise.all(browser.contexts().map((context) => context.close()))
  },
  as: async ({ stranger, baseURL }, use) => {
    await use(async (user, options) => {
      const page = await stranger(options)
      await page.context().addCookies([{ ...(await signIn(user)), url: baseURL ?? '' }])
      return page
    })
  },
  member: async ({ desk, as }, use) => {
    await use(async (role, name, options) => {
      const user = await makeMember(desk.workspaceId, role, name)
      return { user, page: await as(user, options) }
    })
  },
})
