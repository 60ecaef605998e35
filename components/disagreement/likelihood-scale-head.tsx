import type { ReactNode } from 'react'
import { DRAWN_BANDS, type DrawnBand } from './likelihood-scale'

/** The words of the bands over one strip or several: the outer ones in a line of their own, so that all have room. */
export function LikelihoodScaleHead() {
  return (
    <svg aria-hidden width="100%" height="32" className="block overflow-visible">
      {DRAWN_BANDS.map((band) => (
        <BandName key={band.words} band={band} />
      ))}
    </svg>
  )
}

const ANCHORS = { first: { x: '0', textAnchor: 'start' }, last: { x: '100%', textAnchor: 'end' } } as const

function BandName({ band: { words, left, width, edge } }: { band: DrawnBand }) {
  const anchor = edge ? ANCHORS[edge] : ({ x: `${left + width / 2}%`, textAnchor: 'middle' } as const)
  return (
    <text {...anchor} y={edge ? 10 : 26} className="fill-ink-faint text-[10px] sm:text-[11px]">
      {words}
    </text>
  )
}

/** What the marks of a strip mean. */
export function LikelihoodKey({ moved }: { moved: boolean }) {
  return (
    <ul aria-hidden className="text-ink-soft flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {moved ? (
        <Meaning words="first, then now">
          <svg width="44" height="18" className="overflow-visible">
            <g className="stroke-ink-faint" strokeWidth="1.5">
              <line x1="5" x2="34" y1="9" y2="9" />
              <circle cx="5" cy="9" r="3.5" className="fill-paper" />
              <path d="M20 5 L24 9 L20 13" fill="none" strokeLinecap="round" strokeLinejoin="round" />
            </g>
            <circle cx="35" cy="9" r="8" className="fill-ink-soft" />
          </svg>
        </Meaning>
      ) : null}
      <Meaning words="you">
        <Disc className="fill-accent" />
      </Meaning>
      <Meaning words="others">
        <Disc className="fill-ink-soft" />
      </Meaning>
      <Meaning words="median">
        <svg width="9" height="18">
          <line
            x1="4.5"
            x2="4.5"
            y1="0"
            y2="18"
            className="stroke-line-strong"
            strokeWidth="1.25"
            strokeDasharray="2 3"
          />
        </svg>
      </Meaning>
    </ul>
  )
}

const Meaning = ({ words, children }: { words: string; children: ReactNode }) => (
  <li className="flex items-center gap-1.5">
    {children}
    {words}
  </li>
)

const Disc = ({ className }: { className: string }) => (
  <svg width="16" height="18">
    <circle cx="8" cy="9" r="7" className={className} />
  </svg>
)
