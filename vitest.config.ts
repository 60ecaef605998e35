import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

/** Unit tests need nothing; service tests get a PostgreSQL database for each file, copied from a migrated one. */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{domain,content,client,components}/**/*.test.{ts,tsx}'],
          // Some make and read whole files; a busy machine takes its time.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'service',
          include: ['{server,app,prisma,scripts}/**/*.test.{ts,mjs}'],
          globalSetup: ['server/testing/global-setup.ts'],
          setupFiles: ['server/testing/own-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
        },
      },
    ],
  },
})
