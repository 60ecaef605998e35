import { readdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { actorOf, makeAnnotation, makeComment, makeMember } from '@/server/testing/make'
import { makeClaim } from '@/server/testing/make-claims'
import { makeFinding } from '@/server/testing/make-findings'
import { makeDocument } from '@/server/testing/make-world'
import { expect, test, type Page } from './fixtures'

type Desk = { workspaceId: string; projectId: string; documentId: string; claimId: string; findingId: string }

/** Every page, and who looks at it. */
const PAGES: Readonly<Record<string, { path: (desk: Desk) => string; by: 'owner' | 'stranger' }>> = {
  '/sign-in': { path: () => '/sign-in', by: 'stranger' },
  '/sign-in/code': { path: () => '/sign-in/code', by: 'stranger' },
  '/forgot': { path: () => '/forgot', by: 'stranger' },
  '/link': { path: () => '/link#join=half', by: 'stranger' },
  '/reset': { path: () => '/reset', by: 'stranger' },
  '/verify': { path: () => '/verify', by: 'stranger' },
  '/setup': { path: () => '/setup', by: 'stranger' },
  '/join': { path: () => '/join', by: 'stranger' },
  '/unsubscribe/[token]': { path: () => '/unsubscribe/of-yesterday', by: 'stranger' },
  '/api/docs': { path: () => '/api/docs', by: 'stranger' },
  '/nowhere': { path: () => '/nowhere', by: 'stranger' },
  '/account': { path: () => '/account', by: 'owner' },
  '/notifications': { path: () => '/notifications', by: 'owner' },
  '/workspaces': { path: () => '/workspaces', by: 'owner' },
  '/search': { path: () => '/search?q=deal', by: 'owner' },
  '/w/[workspaceId]': { path: (desk) => `/w/${desk.workspaceId}`, by: 'owner' },
  '/w/[workspaceId]/members': { path: (desk) => `/w/${desk.workspaceId}/members`, by: 'owner' },
  '/w/[workspaceId]/audit': { path: (desk) => `/w/${desk.workspaceId}/audit`, by: 'owner' },
  '/w/[workspaceId]/settings': { path: (desk) => `/w/${desk.workspaceId}/settings`, by: 'owner' },
  '/w/[workspaceId]/webhooks': { path: (desk) => `/w/${desk.workspaceId}/webhooks`, by: 'owner' },
  '/p/[projectId]': { path: (desk) => `/p/${desk.projectId}`, by: 'owner' },
  '/p/[projectId]/claims': { path: (desk) => `/p/${desk.projectId}/claims`, by: 'owner' },
  '/p/[projectId]/claims/map': { path: (desk) => `/p/${desk.projectId}/claims/map`, by: 'owner' },
  '/p/[projectId]/ledger': { path: (desk) => `/p/${desk.projectId}/ledger`, by: 'owner' },
  '/p/[projectId]/phases': { path: (desk) => `/p/${desk.projectId}/phases`, by: 'owner' },
  '/p/[projectId]/claims/queue': { path: (desk) => `/p/${desk.projectId}/claims/queue`, by: 'owner' },
  '/p/[projectId]/disagreement': { path: (desk) => `/p/${desk.projectId}/disagreement`, by: 'owner' },
  '/p/[projectId]/labels': { path: (desk) => `/p/${desk.projectId}/labels`, by: 'owner' },
  '/p/[projectId]/report': { path: (desk) => `/p/${desk.projectId}/report`, by: 'owner' },
  '/p/[projectId]/sources': { path: (desk) => `/p/${desk.projectId}/sources`, by: 'owner' },
  '/p/[projectId]/trash': { path: (desk) => `/p/${desk.projectId}/trash`, by: 'owner' },
  '/p/[projectId]/settings': { path: (desk) => `/p/${desk.projectId}/settings`, by: 'owner' },
  '/p/[projectId]/corrections': { path: (desk) => `/p/${desk.projectId}/corrections`, by: 'owner' },
  '/f/[findingId]': { path: (desk) => `/f/${desk.findingId}`, by: 'owner' },
  '/d/[documentId]/finding': { path: (desk) => `/d/${desk.documentId}/finding`, by: 'owner' },
  '/c/[claimId]': { path: (desk) => `/c/${desk.claimId}`, by: 'owner' },
  '/d/[documentId]/coverage': { path: (desk) => `/d/${desk.documentId}/coverage`, by: 'owner' },
  '/d/[documentId]/activity': { path: (desk) => `/d/${desk.documentId}/activity`, by: 'owner' },
  '/p/[projectId]/activity': { path: (desk) => `/p/${desk.projectId}/activity`, by: 'owner' },
  '/d/[documentId]': { path: (desk) => `/d/${desk.documentId}`, by: 'owner' },
}

/** Pages that only lead on to another. */
const SIGNPOSTS = ['/a/[annotationId]', '/e/[evidenceId]']

/** What opens over a page: the page, and the button that opens it. */
const OPENED = [
  { name: 'the menu of the person', page: '/account', button: /account and sign out/ },
  { name: 'another address', page: '/account', button: 'Change the address…' },
  { name: 'a second factor', page: '/account', button: 'Turn on…' },
  { name: 'an account elsewhere', page: '/account', button: 'Link Example ID…' },
  { name: 'a new token', page: '/account', button: 'New token' },
  { name: 'a new workspace', page: '/workspaces', button: 'New workspace' },
  { name: 'an invitation', page: '/w/[workspaceId]/members', button: 'Invite someone' },
  { name: 'a new webhook', page: '/w/[workspaceId]/webhooks', button: 'New webhook' },
  { name: 'a new project', page: '/w/[workspaceId]', button: 'New project' },
  { name: 'a text to paste', page: '/p/[projectId]', button: 'Paste a text' },
  { name: 'what one is told of a project', page: '/p/[projectId]', button: 'Notify me' },
  { name: 'the menu of a document', page: '/p/[projectId]', button: /^Actions for/ },
  { name: 'a label', page: '/p/[projectId]/labels', button: 'Add a label' },
  { name: 'a review', page: '/c/[claimId]', button: 'Open a review…' },
  { name: 'what can be done about a claim', page: '/c/[claimId]', button: 'More' },
  { name: 'a relation', page: '/c/[claimId]', button: 'Relate to another claim…' },
] as const

const THEMES = ['light', 'dark'] as const
const WIDTHS = [1280, 390, 320] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test('the table names every page', () => {
  const files = readdirSync('app/(pages)', { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => file.endsWith('page.tsx')).map((file) => `/${file.replace(/\/page\.tsx$/, '')}`)
  expect(routes.length).toBeGreaterThan(10)
  expect([...Object.keys(PAGES), ...SIGNPOSTS]).toEqual(expect.arrayContaining(routes))
})

for (const [route, { path, by }] of Object.entries(PAGES)) {
  test(`${route}: axe finds nothing, the policy is kept, nothing sticks out`, async ({ desk, as, stranger }) => {
    const talk = await makeTalk(desk)
    for (const colorScheme of THEMES) {
      const page = by === 'owner' ? await as(desk.owner, { colorScheme }) : await stranger({ colorScheme })
      const complaints = listen(page)
      const answer = await page.goto(path({ ...desk, ...talk }))
      expect(answer?.status()).toBe(route === '/nowhere' ? 404 : 200)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 })
        await page.locator('html[data-ready]').waitFor()
        expect(await stickingOut(page), `${colorScheme}, ${width} px`).toEqual([])
        if (width > 320) expect(await faults(page), `${colorScheme}, ${width} px`).toEqual([])
      }
      expect(complaints).toEqual([])
    }
  })
}

for (const { name, page: route, button } of OPENED) {
  test(`${name}, opened: axe finds nothing, the policy is kept`, async ({ desk, as }) => {
    const talk = await makeTalk(desk)
    for (const colorScheme of THEMES) {
      const page = await as(desk.owner, { colorScheme, viewport: { width: 390, height: 844 } })
      const complaints = listen(page)
      await page.goto(PAGES[route]?.path({ ...desk, ...talk }) ?? '')
      await page.getByRole('button', { name: button }).first().click()
      const over = page.getByRole('dialog').or(page.getByRole('menu'))
      await over.waitFor()
      expect(await faults(page, OUTSIDE), colorScheme).toEqual([])
      expect(await stickingOut(page), colorScheme).toEqual([])
      await page.keyboard.press('Escape')
      await expect(over).toHaveCount(0)
      await expect(page.getByRole('button', { name: button }).first()).toBeFocused()
      expect(complaints).toEqual([])
    }
  })
}

test('each answer has a nonce of its own, and no script without it runs', async ({ stranger }) => {
  const page = await stranger()
  const policies = [await page.goto('/sign-in'), await page.goto('/sign-in')].map(
    (answer) => answer?.headers()['content-security-policy'] ?? '',
  )
  expect(new Set(policies).size).toBe(2)
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{20,}' 'strict-dynamic';/)
    expect(policy).toContain("style-src-attr 'none'")
    expect(policy).not.toContain('unsafe')
  }
  const complaints = listen(page)
  const ran = await page.evaluate(() => {
    const mark = document.createElement('div')
    mark.innerHTML = '<img src="data:," onerror="document.title = \'taken over\'"><p style="color: red">styled</p>'
    document.body.append(mark)
    return getComputedStyle(mark.querySelector('p') ?? mark).color === 'rgb(255, 0, 0)'
  })
  expect(ran).toBe(false)
  await expect.poll(() => complaints.length).toBeGreaterThan(1)
  expect(await page.title()).not.toBe('taken over')
})

test('the theme follows the system until someone chooses, and then stays', async ({ desk, as }) => {
  const page = await as(desk.owner, { colorScheme: 'dark' })
  await page.goto('/account')
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await ground()
  await page.getByRole('button', { name: 'Light or dark' }).click()
  const light = await ground()
  expect(light).not.toBe(dark)
  await page.goto('/workspaces')
  expect(await ground()).toBe(light)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

type Talk = Pick<Desk, 'claimId' | 'findingId'>
type Made = Omit<Desk, keyof Talk> &
  Parameters<typeof makeAnnotation>[1] & { owner: { id: string; name: string }; labelIds: string[] }

/** A passage that is talked about, the claim that is found in it, and a finding about another document, by their ids. */
async function makeTalk(desk: Made): Promise<Talk> {
  const actor = await actorOf(desk.owner)
  const { id } = await makeAnnotation(actor, desk, 'rare earths', { labelId: desk.labelIds[0] ?? null, tags: ['deal'] })
  await makeComment(actor, id, 'Which ones?')
  const ben = await actorOf(await makeMember(desk.workspaceId, 'analyst', 'Ben'))
  await makeComment(ben, id, 'These.')
  const { documentId } = await makeDocument(desk.projectId, desk.workspaceId, actor)
  const finding = await makeFinding(actor, desk, { documentId })
  return { claimId: (await makeClaim(actor, desk, [id])).id, findingId: finding.id }
}

/** Everything that the page complains of from now on: refused by the policy, thrown, or said as an error. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    const expected = message.text().includes('status of 404')
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** Menus lie beside the landmarks of a page, as their pattern wants. */
const OUTSIDE = ['region']

async function faults(page: Page, except: string[] = []): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))))
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).disableRules(except).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`))
}

/** What makes the page wider than its window, so that it would have to be read in two directions. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const all = [...document.body.querySelectorAll('*')]
    const wide = all.filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    return wide.map(({ outerHTML }) => outerHTML.slice(0, 120))
  })
}
