import autocannon from 'autocannon'
import { v7 } from 'uuid'
import type { Person } from './world'

/** One request of the load; writes get an Idempotency-Key of their own. */
export type Ask = { path: string; body?: unknown }

/**
 * Asks `total` times over HTTP with `clients` connections at once, each as one of `people`, and answers how many were
 * answered per second. Any answer but a success ends the run: a rate of refusals says nothing.
 */
export async function httpRate(
  base: string,
  people: Person[],
  { clients, total, ask }: { clients: number; total: number; ask: () => Ask },
): Promise<number> {
  let joined = 0
  let [first, last] = [0, 0]
  const load = autocannon({
    url: base,
    connections: clients,
    amount: total,
    setupClient: (client) => {
      const cookie = people[joined++ % people.length]?.cookie ?? ''
      client.setRequests([{ setupRequest: () => request(ask(), cookie, base) }])
    },
  })
  load.on('start', () => (first = performance.now()))
  load.on('response', () => (last = performance.now()))
  const { '2xx': done, non2xx, errors, timeouts } = await load
  if (done !== total) throw new Error(`${non2xx} requests were refused, ${errors} broke, ${timeouts} were too slow`)
  return total / ((last - first) / 1000)
}

function request({ path, body }: Ask, cookie: string, origin: string) {
  if (body === undefined) return { method: 'GET', path, headers: { cookie } }
  const headers = { cookie, origin, 'content-type': 'application/json', 'idempotency-key': v7() }
  return { method: 'POST', path, headers, body: JSON.stringify(body) }
}

/** Does `work` `total` times, `clients` at once, and answers how often per second. */
export async function plainRate(clients: number, total: number, work: () => Promise<void>): Promise<number> {
  let left = total
  const worker = async () => {
    while (left-- > 0) await work()
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: clients }, worker))
  return total / ((performance.now() - started) / 1000)
}
