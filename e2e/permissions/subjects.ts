import { STANDINGS } from '@/domain/permissions/policy.cases'
import { versionOf, type Place } from '@/server/testing/make-place'
import { ID_NAMES, type Ids, type Noun, type State, type Variant } from './ids'
import { NOUNS, type NounName } from './nouns'
import type { Person } from './world'

/** Every way in which a thing of this kind can stand to someone, from the table of all standings. */
export function variantsOf(noun: NounName): Variant[] {
  const { varies }: Noun = NOUNS[noun]
  const known = new Map<string, Variant>()
  for (const standing of STANDINGS) {
    if (varies.includes('bound') && standing.bound === undefined) continue
    const variant = { own: false, ...Object.fromEntries(varies.map((fact) => [fact, standing[fact]])) }
    if (isMade(variant)) known.set(JSON.stringify(variant), variant)
  }
  return [...known.values()]
}

/** Of what a seal holds there is the plain case: it was for all, and its document is not in the trash. */
const isMade = ({ held, private: alone, trashed }: Variant) => !held || (!alone && !trashed)

/** A thing of this kind, made for one call, and all that lies around it. */
export async function makeSubject(
  noun: NounName,
  place: Place,
  variant: Variant,
  by: Person | null,
  state: State = {},
) {
  const { make }: Noun = NOUNS[noun]
  return { ...(await around(place)), ...(await make(place, variant, by, state)) } as Ids
}

/** What the place has of everything. */
async function around(place: Place): Promise<Partial<Ids>> {
  const there: Partial<Ids> = {
    ...place,
    labelId: place.labelIds[0],
    userId: place.ownerId,
    threadId: place.annotationId,
  }
  const ids = Object.fromEntries(ID_NAMES.flatMap((name) => (there[name] ? [[name, there[name]]] : [])))
  const { mark, sentence } = place
  return { ...ids, mark, sentence, workspaceVersion: await versionOf(place.workspaceId) }
}
