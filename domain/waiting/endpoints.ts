import { endpoint } from '../endpoint'
import { Waiting } from './waiting'

export const waitingEndpoints = {
  'GET /me/waiting': endpoint({
    summary: 'What waits for you: threads to see to, verdicts and answers asked of you, claims to look at.',
    permission: 'signed-in',
    tokens: true,
    answer: Waiting,
  }),
}
