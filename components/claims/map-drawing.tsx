import Link from 'next/link'
import type { ClaimState } from '@/domain/claims/states'
import { keysOf, RELATIONS, type RelationKind } from '@/domain/claims/words'
import { StateBadge } from './claim-badges'
import { LABEL, NODE } from './map-layout'
import { LINES } from './map-lines'
import type { Placed, PlacedEdge } from './map-model'
import { pathOf } from './map-path'

/** What a box says. */
export type MapClaim = { id: string; statement: string; state: ClaimState }

type Props = {
  map: Placed
  claims: ReadonlyMap<string, MapClaim>
  /** Conflicts that were settled as apparent: drawn softly. */
  apparent: ReadonlySet<string>
}

/**
 * The map as a picture: claims are links, and what lies between them is said by dashes, ends and a word. Screen readers
 * get the relations from the table beneath it.
 */
export function MapDrawing({ map, claims, apparent }: Props) {
  return (
    <>
      <defs aria-hidden>
        {keysOf(RELATIONS).map((kind) => (
          <Tip key={kind} kind={kind} />
        ))}
      </defs>
      <g aria-hidden>
        {map.edges.map((edge) => (
          <Line key={edge.id} edge={edge} soft={apparent.has(edge.id)} />
        ))}
        {map.edges.map((edge) => (
          <Word key={edge.id} edge={edge} word={apparent.has(edge.id) ? 'apparent' : edge.kind} />
        ))}
      </g>
      {map.nodes.map(({ id, x, y }) => {
        const claim = claims.get(id)
        return claim ? (
          <foreignObject key={id} x={Math.round(x)} y={Math.round(y)} width={NODE.width} height={NODE.height}>
            <Box claim={claim} />
          </foreignObject>
        ) : null
      })}
    </>
  )
}

function Box({ claim: { id, statement, state } }: { claim: MapClaim }) {
  return (
    <Link
      href={`/c/${id}`}
      prefetch={false}
      title={statement}
      className="border-line-mid bg-surface hover:border-accent flex h-full flex-col justify-between gap-1 rounded-lg border px-2.5 py-1.5 -outline-offset-2"
    >
      <span className="line-clamp-3 font-serif text-[13px] leading-[1.2] wrap-anywhere">{statement}</span>
      <span className="text-xs">
        <StateBadge state={state} />
      </span>
    </Link>
  )
}

const tipOf = (kind: RelationKind) => `map-tip-${kind}`

function Tip({ kind }: { kind: RelationKind }) {
  return (
    <marker
      id={tipOf(kind)}
      viewBox="0 0 8 10"
      refX="7"
      refY="5"
      markerWidth="8"
      markerHeight="10"
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M1 1 7 5 1 9" fill="none" strokeWidth="1.75" strokeLinecap="round" className={LINES[kind].stroke} />
    </marker>
  )
}

function Line({ edge: { kind, points }, soft }: { edge: Pick<PlacedEdge, 'kind' | 'points'>; soft: boolean }) {
  const { stroke, dash, width, ends } = LINES[kind]
  const tip = `url(#${tipOf(kind)})`
  return (
    <path
      d={pathOf(points)}
      fill="none"
      strokeWidth={width}
      strokeDasharray={soft ? '1 5' : dash}
      strokeLinecap={soft ? 'round' : 'butt'}
      className={stroke}
      {...(ends !== 'none' && { markerEnd: tip })}
      {...(ends === 'both' && { markerStart: tip })}
    />
  )
}

function Word({ edge: { label, kind }, word }: { edge: PlacedEdge; word: string }) {
  return (
    <g>
      <rect
        x={Math.round(label.x - LABEL.width / 2)}
        y={Math.round(label.y - LABEL.height / 2)}
        width={LABEL.width}
        height={LABEL.height}
        rx={LABEL.height / 2}
        className="fill-paper"
      />
      <text
        x={Math.round(label.x)}
        y={Math.round(label.y)}
        dy="0.34em"
        textAnchor="middle"
        className={`text-[11px] font-medium ${LINES[kind].text}`}
      >
        {word}
      </text>
    </g>
  )
}

/** How each kind of relation is drawn. */
export function MapLegend({ kinds }: { kinds: readonly RelationKind[] }) {
  return (
    <ul aria-label="How relations are drawn" className="flex flex-wrap gap-x-5 gap-y-1 text-xs empty:hidden">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg width="40" height="12" aria-hidden>
            <Line
              edge={{
                kind,
                points: [
                  { x: 3, y: 6 },
                  { x: 37, y: 6 },
                ],
              }}
              soft={false}
            />{' '}
            {/* prettier-ignore */}
          </svg>
          {RELATIONS[kind].says}
        </li>
      ))}
    </ul>
  )
}
