import { totalmem } from 'node:os'

const MB = 2 ** 20

/** PostgreSQL's own, and what searching among a million annotations makes good use of; in bytes. */
const [LEAST, MOST] = [128 * MB, 1024 * MB]

/**
 * How much of the database PostgreSQL keeps in memory of its own, as its setting has it: an eighth of what this machine
 * has, or of what this container may have.
 */
export function sharedBuffers(bytes = Math.min(totalmem(), process.constrainedMemory() || Infinity)) {
  return `${Math.round(Math.min(Math.max(bytes / 8, LEAST), MOST) / MB)}MB`
}

/**
 * Keeps glibc from giving memory back after each large query, to ask for it again with the next: on a virtual machine that
 * took as long as half of a search (decision 18). Other systems' allocators know nothing of it.
 */
export const KEEPING_MEMORY = {
  MALLOC_TRIM_THRESHOLD_: String(128 * MB),
  MALLOC_MMAP_THRESHOLD_: String(32 * MB),
}
