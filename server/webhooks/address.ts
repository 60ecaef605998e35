import { Refusal } from '@/domain/refusal'
import { config } from '../config'
import { FetchRefusal } from '../fetch-refusals'
import { sendable } from '../safe-fetch'
import { sayWhy } from './say-why'

/** An address that webhooks may send to, as it is kept. Refuses any other at its field, with what is wrong with it. */
export function checkAddress(text: string): string {
  try {
    return sendable(text, config.fetch.network.allow).href
  } catch (error) {
    if (!(error instanceof FetchRefusal)) throw error
    const message = sayWhy(error)
    throw new Refusal('invalid', message, { fields: [{ field: 'address', message }] })
  }
}
