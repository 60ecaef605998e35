import type { Metadata } from 'next'
import Link from 'next/link'
import { found, idOf } from '@/app/_door/page'
import { ClaimViews } from '@/components/claims/claim-views'
import { tableAddress } from '@/components/claims/claim-table-address'
import { MapControls } from '@/components/claims/map-controls'
import { MapDrawing, MapLegend } from '@/components/claims/map-drawing'
import { layoutMap } from '@/components/claims/map-layout'
import { MapZoom } from '@/components/claims/map-zoom'
import { RelationTable } from '@/components/claims/relation-table'
import { buttonClass } from '@/components/ui/button'
import { day } from '@/components/ui/day'
import { EmptyState, Notice } from '@/components/ui/small'
import type { Relation } from '@/domain/claims/relation'
import { DISPOSITIONS, keysOf, RELATIONS } from '@/domain/claims/words'
import { documentChoices } from '../../document-choices'
import { openProject, ProjectFrame } from '../../frame'
import { countWaiting } from '../../waiting'
import { readMap, type LeftOut } from './read-map'

export const metadata: Metadata = { title: 'Map of claims' }

/** The width that the map is laid out for, in px: that of most screens. */
const WIDTH = 1180

type Props = {
  params: Promise<{ projectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function MapPage({ params, searchParams }: Props) {
  const opened = await openProject((await params).projectId, '/claims', '/claims/map')
  const { actor, project } = opened
  const { document: named } = await searchParams
  const document = typeof named === 'string' && named ? idOf(named) : undefined
  const [map, waiting, documents] = await found(
    Promise.all([readMap(actor, project.id, document), countWaiting(actor, project.id), documentChoices(opened)]),
  )
  return (
    <ProjectFrame {...opened} wide title="Map of claims">
      <div className="mb-5">
        <ClaimViews projectId={project.id} current="map" waiting={waiting} />
      </div>
      {map.claims.length === 0 && document === undefined ? (
        <Nothing projectId={project.id} />
      ) : (
        <>
          <MapControls projectId={project.id} document={document} documents={documents} />
          {map.claims.length > 0 ? (
            <MapOf projectId={project.id} {...map} />
          ) : (
            <p role="status" className="text-ink-soft py-10 text-center">
              No claim is found in this document yet.
            </p>
          )}
        </>
      )}
    </ProjectFrame>
  )
}

type MapProps = Awaited<ReturnType<typeof readMap>> & { projectId: string }

function MapOf({ projectId, claims, relations, leftOut }: MapProps) {
  const edges = relations.map(({ id, kind, from, to }) => ({ id, kind, from: from.claimId, to: to.claimId }))
  const map = layoutMap(claims.map(({ id }) => id), edges, WIDTH) // prettier-ignore
  const kinds = keysOf(RELATIONS).filter((kind) => relations.some((relation) => relation.kind === kind))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <LeftOutNotice projectId={projectId} {...leftOut} />
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

/** What the map does not show, and where that is. */
function LeftOutNotice({ projectId, claims, relations }: LeftOut & { projectId: string }) {
  if (claims === null && relations === null) return null
  const what = [claims && `claims made before ${day(claims)}`, relations && `relations made before ${day(relations)}`]
  return (
    <Notice>
      Too much for one map. Left out are the {what.filter(Boolean).join(', and ')}. Choose a document to see all of its
      own, or go to the{' '}
      <Link href={tableAddress(projectId, {})} className="link">
        table
      </Link>
      , where every claim stands.
    </Notice>
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
