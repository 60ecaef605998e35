import type { TestProject } from 'vitest/node'
import { buildWorkers } from '../build-workers.mjs'
import { buildConvertChild } from '../documents/build-child.mjs'
import { createDatabase, prepareDatabase } from '../../scripts/database.mjs'
import { throwAwayPostgres } from '../../scripts/throw-away.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    template: string
  }
}

/** One PostgreSQL for the run, with one migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => void> {
  await buildConvertChild()
  await buildWorkers()
  const { url, stop } = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: () => undefined }
    : await throwAwayPostgres()
  const template = new URL(url)
  template.pathname = `/template_${process.pid}`
  await createDatabase(template.href)
  await prepareDatabase(template.href)
  project.provide('template', template.href)
  return stop
}
