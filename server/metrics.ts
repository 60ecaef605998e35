import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { config } from './config'

/** From what a page can hide to what people notice; in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

type Metrics = { registry: Registry; requests: Histogram<'endpoint' | 'status'> }

/** One for the process: Next may load this module several times. */
const shared = globalThis as { assayMetrics?: Metrics }

function metrics(): Metrics {
  if (shared.assayMetrics) return shared.assayMetrics
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'assay_' })
  const requests = new Histogram({
    name: 'assay_request_duration_seconds',
    help: 'How long requests to /api/v1 took, by endpoint as declared and status.',
    labelNames: ['endpoint', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  return (shared.assayMetrics = { registry, requests })
}

/**
 * Notes a request that was answered; nothing where metrics are off. The labels are the endpoint as it is declared and the
 * status, so that no id, name or address of anyone gets into the numbers.
 */
export function measured(endpoint: string, status: number, milliseconds: number): void {
  if (config.metricsToken !== null) metrics().requests.observe({ endpoint, status }, milliseconds / 1000)
}

/** Everything that was counted, in Prometheus's text format, with its content type. */
export async function exposition(): Promise<{ text: string; contentType: string }> {
  const { registry } = metrics()
  return { text: await registry.metrics(), contentType: registry.contentType }
}

/** Whether this is what METRICS_TOKEN says; compared in the same time whatever it is. */
export function isMetricsToken(given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return config.metricsToken !== null && timingSafeEqual(digest(given), digest(config.metricsToken))
}
