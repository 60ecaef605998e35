import type { Library } from './library'
import type { World } from './world'

/** What a section needs: where the server and its database are, what is in there, and how often to take turns. */
export type Bench = {
  base: string
  databaseUrl: string
  world: World
  /** A copy of the database with a million annotations more; null unless a section needs it. */
  crowdedUrl: string | null
  /** Another copy, with much to be searched; null unless a section needs it. */
  library: Library | null
  rounds: number
  /** Starts the production server on another database of the same PostgreSQL; gone when `work` is done. */
  withServer: <T>(databaseUrl: string, work: (base: string) => Promise<T>) => Promise<T>
  /** The project's folder, and the browser to use; null for Playwright's own. */
  root: string
  browser: string | null
}
