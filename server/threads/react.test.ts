import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/domain/permissions/policy'
import { createAnnotation } from '../annotations/create-annotation'
import { db } from '../db'
import { listEvents } from '../list-events'
import { openPhase } from '../seals/open-phase'
import { revealPhase } from '../seals/reveal-phase'
import { draftOn, makeWorld, noteOf, writing, type World } from '../testing/make-world'
import { refused } from '../testing/refused'
import { deleteComment } from './delete-comment'
import { listComments } from './list-comments'
import { react, unreact } from './react'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

let thread: string
let comment: string
beforeEach(async () => {
  const note = noteOf('Forty thousand?')
  const made = await createAnnotation(writing(world.ada), world.documentId, draftOn(world, 'tonnes', { note }))
  thread = made.id
  comment = note.id
})

const read = async (by: Actor) =>
  (await listComments(by, thread, { limit: 10 })).items.flatMap(({ reactions }) =>
    reactions.map(({ kind, count, mine, names }) => `${kind} ${count}${mine ? ' with me' : ''}: ${names.join(', ')}`),
  )

describe('a reaction', () => {
  test('counts once for everyone and each way, whoever asks', async () => {
    await react(writing(world.ben), comment, 'agree')
    await react(writing(world.ben), comment, 'agree')
    await react(writing(world.edda), comment, 'agree')
    const answer = await react(writing(world.ben), comment, 'looking')
    expect(answer.reactions).toHaveLength(2)
    expect(await read(world.ben)).toEqual(['agree 2 with me: Ben, Edda', 'looking 1 with me: Ben'])
    expect(await read(world.vera)).toEqual(['agree 2: Ben, Edda', 'looking 1: Ben'])
    await unreact(writing(world.ben), comment, 'agree')
    await unreact(writing(world.ben), comment, 'agree')
    expect(await read(world.ada)).toEqual(['agree 1: Edda', 'looking 1: Ben'])
  })

  test('is an event each time something changes, and never else', async () => {
    const told = async () => {
      const { items } = await listEvents(world.ada, 'document', world.documentId, { limit: 200, after: 0 })
      return items.filter(({ subject }) => subject === comment).map(({ kind }) => kind)
    }
    for (const change of [react, react, unreact, unreact]) await change(writing(world.ben), comment, 'thanks')
    expect(await told()).toEqual(['comment.reacted', 'comment.unreacted'])
  })

  test('is not for those who only read, nor for strangers, nor to what is deleted', async () => {
    await expect(react(writing(world.vera), comment, 'agree')).rejects.toEqual(refused('forbidden'))
    await expect(react(writing(world.otto), comment, 'agree')).rejects.toEqual(refused('not-found'))
    await react(writing(world.ben), comment, 'agree')
    await deleteComment(writing(world.ada), comment)
    await expect(react(writing(world.ben), comment, 'agree')).rejects.toEqual(refused('not-found'))
    expect(await read(world.ben)).toEqual([])
  })

  test('is held in a phase, shows to nobody else, and comes at the reveal; what was there before stands still', async () => {
    await react(writing(world.ben), comment, 'agree')
    const id = v7()
    const documentIds = [world.documentId]
    await openPhase(writing(world.edda), world.projectId, { id, name: 'First', documentIds, dueAt: null })
    await react(writing(world.ben), comment, 'unsure')
    await react(writing(world.edda), comment, 'disagree')
    expect(await read(world.ada)).toEqual(['agree 1: Ben'])
    expect(await read(world.ben)).toEqual(['agree 1 with me: Ben', 'unsure 1 with me: Ben'])
    await expect(unreact(writing(world.ben), comment, 'agree')).rejects.toEqual(refused('conflict'))
    await unreact(writing(world.ben), comment, 'unsure')
    await react(writing(world.ben), comment, 'checked')
    await revealPhase(writing(world.edda), id)
    expect(await read(world.ada)).toEqual(['agree 1: Ben', 'disagree 1: Edda', 'checked 1: Ben'])
    expect(await db.reaction.count({ where: { held: true } })).toBe(0)
  })
})
