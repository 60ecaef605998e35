/** Who may vouch for someone beside their password, by their names in addresses. */
export const ISSUERS = ['github', 'google', 'oidc'] as const
export type IssuerId = (typeof ISSUERS)[number]

/** An issuer that is set up, as people know it. */
export type Issuer = { id: IssuerId; name: string }

/** Why coming by an issuer, or linking an account there, was refused: what happened, and what to do. */
export const ISSUER_REFUSALS = {
  unknown: (name: string) =>
    `Nobody here is linked to this account of ${name}. If you have an account, sign in with your password and link it on your account page. If not, open an invitation and join by it.`,
  'known-address': (name: string) =>
    `The e-mail address of this account of ${name} has an account here that is not linked to it. Sign in with your password, then link ${name} on your account page.`,
  'no-email': (name: string) =>
    `${name} did not tell us an e-mail address of yours. Add one there and try again, or join with a password.`,
  'used-invitation': () => 'This invitation was used or revoked, or it has expired. Ask for a new one.',
  taken: (name: string) => `This account of ${name} is linked to somebody else here. Nothing was changed.`,
  second: (name: string) => `You have linked an account of ${name} already. Unlink that one first.`,
  changed: () =>
    'You were signed out meanwhile, or signed in as somebody else. Nothing was linked. Please begin again.',
  failed: (name: string) =>
    `Signing in with ${name} did not work: it was broken off, or took too long. Please try again.`,
  'too-many': () => 'Too many attempts from here. Please wait a quarter of an hour and try again.',
} as const satisfies Record<string, (name: string) => string>
export type IssuerRefusal = keyof typeof ISSUER_REFUSALS

/** The sentence for what stands in an address; null where that is nothing of ours. */
export function issuerRefusal(issuers: readonly Issuer[], why: unknown, id: unknown): string | null {
  const issuer = issuers.find((each) => each.id === id)
  return issuer && isRefusal(why) ? ISSUER_REFUSALS[why](issuer.name) : null
}

const isRefusal = (why: unknown): why is IssuerRefusal => typeof why === 'string' && Object.hasOwn(ISSUER_REFUSALS, why)
