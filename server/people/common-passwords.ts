import { dictionary } from '@zxcvbn-ts/language-common'
import { Refusal } from '@/domain/refusal'

/** Tens of thousands of passwords that were found in leaks, in small letters: what is tried first by those who guess. */
const COMMON = new Set(dictionary['passwords-common'] as string[])

/** Digits and signs behind a word, which hardly make it another one. */
const TRIMMINGS = /[\d\p{P}\p{S}\s]+$/u

/** Whether it is one of the first that are guessed: a common one, alone, twice, or with digits and signs behind it. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  const half = plain.slice(0, plain.length / 2)
  return [plain, plain.replace(TRIMMINGS, ''), ...(half + half === plain ? [half] : [])].some((each) =>
    COMMON.has(each),
  )
}

/** Refuses a new password that is among the first to be guessed (ASVS 5.0, 6.2.4). */
export function refuseCommon(password: string): void {
  if (!isCommonPassword(password)) return
  const message = 'This password is among the first that are guessed. A few words in a row are easy to remember.'
  throw new Refusal('invalid', message, { fields: [{ field: 'password', message }] })
}
