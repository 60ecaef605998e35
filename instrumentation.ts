/** What the server does besides answering: Next calls this once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startMailing } = await import('@/server/mails/outbox')
  startMailing()
  const { startSweeping } = await import('@/server/sweep/sweep')
  startSweeping()
  const { startDelivering } = await import('@/server/webhooks/worker')
  startDelivering()
}
