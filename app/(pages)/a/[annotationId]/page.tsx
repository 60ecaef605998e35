import { redirect } from 'next/navigation'
import { found, idOf, pageActor } from '@/app/_door/page'
import { getAnnotation } from '@/server/annotations/get-annotation'

type Props = { params: Promise<{ annotationId: string }> }

/** The permanent link of an annotation: opens its document at the passage. */
export default async function AnnotationPage({ params }: Props) {
  const id = idOf((await params).annotationId)
  const actor = await pageActor(`/a/${id}`)
  const { documentId } = await found(getAnnotation(actor, id))
  redirect(`/d/${documentId}?a=${id}`)
}
