/** The roles of a workspace, lowest first; each may do all that the ones before it may. */
export const ROLES = ['viewer', 'analyst', 'editor', 'admin', 'owner'] as const
export type Role = (typeof ROLES)[number]

export const RANK: Readonly<Record<Role, number>> = { viewer: 0, analyst: 1, editor: 2, admin: 3, owner: 4 }

/** What each role is for, in the words that people see where they choose one. */
export const ROLE_MEANING: Readonly<Record<Role, string>> = {
  viewer: 'Reads documents, annotations and threads.',
  analyst: 'Also annotates, comments and resolves.',
  editor: 'Also manages projects, documents and labels.',
  admin: 'Also manages members and invitations.',
  owner: 'Also appoints and removes owners.',
}

/** All that a role may do, as the end of a sentence: "reads …; annotates, comments and resolves". */
export function deedsOf(role: Role): string {
  const deeds = ROLES.slice(0, RANK[role] + 1).map((each) => ROLE_MEANING[each].replace(/^Also |\.$/g, ''))
  return deeds.map((deed) => deed.charAt(0).toLowerCase() + deed.slice(1)).join('; ')
}

/** "an analyst", "a viewer". */
export const withArticle = (role: Role): string => `${/^[aeo]/.test(role) ? 'an' : 'a'} ${role}`
