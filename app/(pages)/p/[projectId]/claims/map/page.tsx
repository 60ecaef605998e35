import type { Metadata } from 'next'
import Link from 'next/link'
import { found } from '@/app/_door/page'
import { ClaimViews } from '@/components/claims/claim-views'
import { tableAddress } from '@/components/claims/claim-table-address'
import { MapDrawing, MapLegend } from '@/components/claims/map-drawing'
import { layoutMap } from '@/components/claims/map-layout'
import { MapZoom } from '@/components/claims/map-zoom'
import { RelationTable } from '@/components/claims/relation-table'
import { buttonClass } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/small'
import type { Relation } from '@/domain/claims/relation'
import { DISPOSITIONS, keysOf, RELATIONS } from '@/domain/claims/words'
import { openProject, ProjectFrame } from '../../frame'
import { countWaiting } from '../../waiting'
import { readMap } from './read-map'

export const metadata: Metadata = { title: 'Map of claims' }

/** The width that the map is laid out for, in px: that of most screens. */
const WIDTH = 1180

type Props = { params: Promise<{ projectId: string }> }

export default async function MapPage({ params }: Props) {
  const opened = await openProject((await params).projectId, '/claims', '/claims/map')
  const { actor, project } = opened
  const [map, waiting] = await found(Promise.all([readMap(actor, project.id), countWaiting(actor, project.id)]))
  return (
    <ProjectFrame {...opened} wide title="Map of claims">
      <div className="mb-5">
        <ClaimViews projectId={project.id} current="map" waiting={waiting} />
      </div>
      {map.claims.length === 0 ? <Nothing projectId={project.id} /> : <MapOf projectId={project.id} {...map} />}
    </ProjectFrame>
  )
}

type MapProps = Awaited<ReturnType<typeof readMap>> & { projectId: string }

function MapOf({ projectId, claims, relations, more }: MapProps) {
  const edges = relations.map(({ id, kind, from, to }) => ({ id, kind, from: from.claimId, to: to.claimId }))
  const map = layoutMap(claims.map(({ id }) => id), edges, WIDTH) // prettier-ignore
  const kinds = keysOf(RELATIONS).filter((kind) => relations.some((relation) => relation.kind === kind))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {more ? (
        <Notice>
          These are the newest claims. All of them stand in the{' '}
          <Link href={tableAddress(projectId, {})} className="link">
            table
          </Link>
          .
        </Notice>
      ) : null}
      <MapZoom width={Math.ceil(map.width)} height={Math.ceil(map.height)} legend={<MapLegend kinds={kinds} />}>
        <MapDrawing
          map={map}
          claims={new Map(claims.map((claim) => [claim.id, claim]))}
          apparent={new Set(relations.filter(isApparent).map(({ id }) => id))}
        />
      </MapZoom>
      <section aria-labelledby="as-table" className="mt-3">
        <h2 id="as-table" className="mb-2 font-serif text-lg font-semibold tracking-tight">
          The same as a table
        </h2>
        {relations.length > 0 ? (
          <RelationTable relations={relations} />
        ) : (
          <p className="text-ink-soft">
            No claim is related to another yet. Relations are made on the page of a claim, and conflicts in the text.
          </p>
        )}
      </section>
    </div>
  )
}

const isApparent = ({ disposition }: Relation) => disposition !== null && DISPOSITIONS[disposition].apparent

function Nothing({ projectId }: { projectId: string }) {
  return (
    <div className="border-line-strong rounded-xl border border-dashed">
      <EmptyState
        title="Nothing to map yet"
        action={
          <Link href={`/p/${projectId}`} className={buttonClass()}>
            To the documents
          </Link>
        }
      >
        <p>Claims of the project stand here, with lines for what supports, qualifies, refines or contradicts what.</p>
      </EmptyState>
    </div>
  )
}
