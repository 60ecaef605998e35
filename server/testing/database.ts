/** The database behind the pages, for tests that look whether what was shown is also kept. */
export { db } from '../db'
