import type { RelationKind } from '@/domain/claims/words'

/** A relation on the map, between claims by their ids. */
export type MapEdge = { id: string; from: string; to: string; kind: RelationKind }

export type Point = { x: number; y: number }

/** A claim's box by its upper left corner. */
export type PlacedNode = Point & { id: string }

/** A relation as a line through `points`; its label has its middle at `label`. */
export type PlacedEdge = MapEdge & { points: readonly Point[]; label: Point }

/** A map of claims; all in px. */
export type Placed = { width: number; height: number; nodes: PlacedNode[]; edges: PlacedEdge[] }
