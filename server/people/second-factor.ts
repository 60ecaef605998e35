import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { db, type Tx } from '../db'
import { record } from '../events'
import { allow, forgive } from '../limits'
import { newFactorSecret, renewCodes, sealFactor, takeCode, uriOf } from './codes'
import { inOwnStream, unkept } from './own-stream'
import { prove } from './prove'

const wrongCode = () => {
  const message = 'This code is not right, or it was used already. Wait for the next one and try again.'
  return new Refusal('invalid', message, { fields: [{ field: 'code', message }] })
}

const isOff = () => new Refusal('conflict', 'The second step is off already.')

/**
 * Makes the secret that an authenticator app shares with us. It is in this answer and nowhere else, and asked for by
 * nobody before a first code was right: `turnOnFactor`.
 */
export async function beginFactor(actor: Actor, { password }: { password: string }) {
  await prove(actor, password)
  const secret = newFactorSecret()
  return record(unkept(actor), async (tx) => {
    await lockPerson(tx, actor)
    const sealed = sealFactor(actor.id, secret)
    const begun = await tx.$executeRaw`
      INSERT INTO "SecondFactor" AS f ("userId", sealed) VALUES (${actor.id}::uuid, ${sealed})
      ON CONFLICT ("userId") DO UPDATE SET sealed = EXCLUDED.sealed, "lastStep" = 0 WHERE f."onAt" IS NULL`
    if (begun === 0)
      throw new Refusal('conflict', 'The second step is on already. Turn it off first to use another app.')
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: actor.id } })
    return { answer: { secret, uri: uriOf(secret, email) }, happened: inOwnStream(actor, 'second-factor.begun') }
  })
}

/** Turns it on with a first code of the app, and gives ten recovery codes: in this answer and nowhere else. */
export async function turnOnFactor(actor: Actor, { code }: { code: string }): Promise<{ codes: string[] }> {
  const off = await db.secondFactor.count({ where: { userId: actor.id, onAt: null } })
  if (off === 0) throw new Refusal('conflict', 'Begin anew: there is nothing to turn on, or it is on already.')
  return withCode(actor, code, async (tx) => {
    await tx.secondFactor.update({ where: { userId: actor.id }, data: { onAt: new Date() } })
    const codes = await renewCodes(tx, actor.id)
    return { answer: { codes }, happened: inOwnStream(actor, 'second-factor.on') }
  })
}

/** Gives new recovery codes in the place of the old ones. */
export async function renewRecoveryCodes(actor: Actor, { password, code }: Shown): Promise<{ codes: string[] }> {
  await requireOn(actor)
  await prove(actor, password)
  return withCode(actor, code, async (tx) => ({
    answer: { codes: await renewCodes(tx, actor.id) },
    happened: inOwnStream(actor, 'recovery-codes.renewed'),
  }))
}

/** Turns it off; the recovery codes go with it. */
export async function turnOffFactor(actor: Actor, { password, code }: Shown): Promise<{ done: true }> {
  await requireOn(actor)
  await prove(actor, password)
  return withCode(actor, code, async (tx) => {
    await tx.secondFactor.delete({ where: { userId: actor.id } })
    await tx.recoveryCode.deleteMany({ where: { userId: actor.id } })
    await tx.signInStep.deleteMany({ where: { userId: actor.id } })
    return { answer: { done: true as const }, happened: inOwnStream(actor, 'second-factor.off') }
  })
}

type Shown = { password: string; code: string }

async function requireOn({ id }: Actor): Promise<void> {
  const on = await db.secondFactor.count({ where: { userId: id, onAt: { not: null } } })
  if (on === 0) throw isOff()
}

/** Does `work` where the code is right, with the person locked against a sign-in under way. Guesses are counted. */
async function withCode<T>(actor: Actor, code: string, work: (tx: Tx) => ReturnType<Parameters<typeof record<T>>[1]>) {
  await allow('codesPerAccount', actor.id)
  const answer = await record(unkept(actor), async (tx) => {
    await lockPerson(tx, actor)
    if (!(await takeCode(tx, actor.id, code))) throw wrongCode()
    return work(tx)
  })
  await forgive('codesPerAccount', actor.id)
  return answer
}

/** A session opens under a shared lock on the person: it comes wholly before or after what is done here. */
async function lockPerson(tx: Tx, { id }: Actor): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}
