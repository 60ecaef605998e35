import type { Person } from '@/domain/people/person'

/** Finds those who can be named, by how a part of their name begins. */
export type FindPeople = (text: string) => Promise<readonly Person[]>

/** What is offered while someone types a name. */
export type Offer = {
  people: readonly Person[]
  /** Which of them Enter takes. */
  at: number
  take: (person: Person) => void
  /** Where the name is being typed, in the window. */
  rect: () => DOMRect | null
}

/** What is offered now, outside of React: the editor's own plugin opens it, and takes its keys. */
export function mentionStore() {
  let offer: Offer | null = null
  const listeners = new Set<() => void>()
  const show = (next: Offer | null) => {
    offer = next
    listeners.forEach((listen) => listen())
  }
  return {
    get: () => offer,
    subscribe: (listen: () => void) => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    show,
    /** Takes a key, if it means something here. */
    onKey: (key: string): boolean => {
      const people = offer?.people ?? []
      const step = STEPS[key]
      if (!offer || people.length === 0) return false
      if (step) show({ ...offer, at: (offer.at + step + people.length) % people.length })
      else if (key === 'Enter' || key === 'Tab') offer.take(people[offer.at] as Person)
      else return false
      return true
    },
  }
}

export type MentionStore = ReturnType<typeof mentionStore>

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
