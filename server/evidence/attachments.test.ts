import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { db } from '../db'
import { makeClaim } from '../testing/make-claims'
import { fileDraft, makeAttachment, makeEvidence, PNG } from '../testing/make-evidence'
import { makeWorld, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { createAttachment } from './create-attachment'
import { getAttachment, getPicture } from './read-attachment'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const encoded = (text: string) => new TextEncoder().encode(text)
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

test('a picture is shown to those who see the file, under the type that its bytes have', async () => {
  const file = await makeAttachment(world.ada, world)
  expect(await getPicture(world.ada, file.id)).toMatchObject({ name: 'photo.png', mediaType: 'image/png' })
  await expect(getPicture(world.ben, file.id)).rejects.toEqual(refused('not-found', /file/))
  await makeEvidence(world.ada, await makeClaim(world.ada, world), fileDraft(file.id))
  expect((await getPicture(world.vera, file.id)).bytes).toEqual(PNG)
  await expect(getPicture(world.otto, file.id)).rejects.toEqual(refused('not-found', /file/))
})

test('nothing else is ever shown as a picture: not a PDF, and no drawing, whatever is said of it', async () => {
  const bytes = encoded('%PDF-1.7')
  const pdf = await createAttachment(writing(world.ada), world.projectId, { id: v7(), fileName: 'a.png', bytes })
  await expect(getPicture(world.ada, pdf.id)).rejects.toEqual(refused('unsupported', /no picture/))
  expect((await getAttachment(world.ada, pdf.id)).name).toBe('a.png.pdf')

  const drawing = { id: v7(), fileName: 'a.svg', bytes: encoded(SVG) }
  await expect(createAttachment(writing(world.ada), world.projectId, drawing)).rejects.toEqual(refused('unsupported'))
  const { workspaceId, projectId, ada } = world
  const row = {
    workspaceId,
    projectId,
    authorId: ada.id,
    name: 'a.svg',
    mediaType: 'image/png',
    sha256: '0'.repeat(64),
  }
  await db.attachment.create({ data: { ...row, id: drawing.id, bytes: drawing.bytes, size: drawing.bytes.length } })
  await expect(getPicture(world.ada, drawing.id)).rejects.toEqual(refused('unsupported', /no picture/))
})
