import { fetchParts } from './fetch-parts'
import { TextMap } from './locate'
import { Painter, type Painted } from './paint'

/**
 * Arriving parts are painted and told of in steps, since browsers work through all highlights after each change of the
 * text: when no more came for a while, or after the longer while; in ms.
 */
const PAUSE_MS = 250
const STEP_MS = 2000

/** How many parts are here, and why no more of them came. */
export type Arrived = { readonly loaded: number; readonly error: string }

/**
 * The text of a version while it is open: its first part stands in the article, the others are fetched and appended, and
 * highlights are painted over what is here. It needs nothing but the page, so that it can begin before React does.
 */
export class OpenText {
  readonly map = new TextMap()
  readonly painter = new Painter(this.map)
  private article: Element | null = null
  private running: AbortController | null = null
  private taken = 0
  private arrived: Arrived = { loaded: 0, error: '' }
  private spans: readonly Painted[] | null = null
  private steppedAt = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly listeners = new Set<() => void>()
  private waiting: { offset: number; go: () => void }[] = []

  constructor(
    private readonly versionId: string,
    private readonly parts: number,
  ) {}

  /** What has arrived: the same object until it changes, which `subscribe` tells. */
  readonly read = (): Arrived => this.arrived
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Takes in what stands in the article, and fetches the rest; again after `stop`, or an error, from where it was. In
   * another article all begins anew: React throws the server's away where it finds that it is not as it should be.
   */
  start(article: Element): void {
    if (this.article !== article) this.forget()
    if (this.running) return
    this.article = article
    this.painter.open()
    if (this.taken === 0) this.take([...article.querySelectorAll('[data-at]')])
    const running = new AbortController()
    this.running = running
    this.tell({ error: '' })
    fetchParts({ versionId: this.versionId, from: this.taken, count: this.parts, signal: running.signal }, (html) => {
      const before = article.childElementCount
      article.insertAdjacentHTML('beforeend', html) // our own renderer's, from checked JSON
      const sections = [...article.children].slice(before)
      this.take(sections.flatMap((section) => [...section.querySelectorAll('[data-at]')]))
    }).catch((reason: unknown) => {
      if (running.signal.aborted) return
      this.running = null
      this.tell({ error: reason instanceof Error ? reason.message : 'The rest of the document could not be loaded.' })
    })
  }

  /** Fetches no more, and takes the highlights away. */
  stop(): void {
    this.running?.abort()
    this.running = null
    clearTimeout(this.timer)
    this.painter.close()
  }

  /** Paints these spans from now on: as far as the text is here, and the rest as it comes. */
  paint(spans: readonly Painted[]): void {
    this.spans = spans
    this.show()
  }

  /** Resolves once the text reaches an offset. */
  readonly whenReached = (offset: number): Promise<void> =>
    new Promise((go) => {
      if (offset < this.map.end || this.taken >= this.parts) go()
      else this.waiting.push({ offset, go })
    })

  private forget(): void {
    this.stop()
    this.map.clear()
    this.painter.clear()
    this.taken = 0
  }

  private take(blocks: readonly Element[]): void {
    this.map.add(blocks)
    this.taken += 1
    const reached = this.waiting.filter(({ offset }) => offset < this.map.end || this.taken === this.parts)
    this.waiting = this.waiting.filter((each) => !reached.includes(each))
    const now = this.taken === 1 || this.taken === this.parts || reached.length > 0
    const wait = now ? 0 : Math.min(PAUSE_MS, this.steppedAt + STEP_MS - performance.now())
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.step(), wait)
    for (const { go } of reached) go()
  }

  private step(): void {
    this.steppedAt = performance.now()
    this.show()
    this.tell({ loaded: this.taken })
  }

  /** The mark on the browser's timeline says when everything was painted; benches read it. */
  private show(): void {
    if (!this.spans) return
    this.painter.show(this.spans)
    if (this.taken >= this.parts) performance.mark('assay:painted')
  }

  private tell(news: Partial<Arrived>): void {
    this.arrived = { ...this.arrived, ...news }
    for (const listener of this.listeners) listener()
  }
}
