import { CLAIM_STATES, TRANSITIONS, type ClaimState } from './states'

const nameOf = (state: ClaimState): string => CLAIM_STATES[state].name

/** Every step as a row of its own: from one state to another, by a deed. */
const STEPS = TRANSITIONS.flatMap(({ deed, from, to }) => from.map((state: ClaimState) => ({ deed, from: state, to })))

/** The arrows, one for each two states; deeds that lead the same way share it. */
function arrows(): string[] {
  const deeds = new Map<string, string[]>()
  for (const { deed, from, to } of STEPS) {
    const ends = `${from} --> ${to}`
    deeds.set(ends, [...(deeds.get(ends) ?? []), deed])
  }
  return [...deeds].map(([ends, names]) => `  ${ends}: ${names.join(', ')}`)
}

/** The page about the states of a claim, in Markdown with a picture in Mermaid, made of the tables that the program asks. */
export function drawStates(): string {
  const states = Object.entries(CLAIM_STATES)
  return [
    '# The states of a claim',
    '',
    'This page is made of the tables in `domain/claims/states.ts`; a test holds it to them, and `npx vitest run --project unit',
    'domain/claims/states.test.ts -u` makes it anew. Who may do a step is said by the permission, in',
    '`domain/permissions/policy.ts`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([key, { name }]) => `  ${key}: ${name}`),
    '  [*] --> proposed',
    ...arrows(),
    '```',
    '',
    '## What they mean',
    '',
    ...states.map(([, { name, means }]) => `- **${name}**. ${means}`),
    '',
    '## The steps',
    '',
    ...TRANSITIONS.map(
      ({ deed, from, to, permission }) =>
        `- **${deed}** (\`${permission}\`): ${from.map(nameOf).join(', ')} → ${nameOf(to)}`,
    ),
    '',
  ].join('\n')
}
