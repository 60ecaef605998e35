import type { Project } from '@/domain/projects/project'
import { TextField } from '@/components/ui/field'

type Rule = Pick<Project, 'signOffs' | 'adjudicates'>

/** By what rule findings are published: how many reviewers sign, and whether an editor may decide with fewer. */
export function RuleFields({
  project: { signOffs, adjudicates },
  error,
}: {
  project: Rule
  error?: string | undefined
}) {
  return (
    <fieldset className="border-line grid gap-4 rounded-lg border p-4">
      <legend className="px-1 text-sm font-medium">Before a finding is published</legend>
      <TextField
        label="Signatures of reviewers"
        name="signOffs"
        type="number"
        min={1}
        max={20}
        className="max-w-24"
        defaultValue={signOffs}
        error={error}
      />
      <label className="flex items-start gap-2">
        <input type="checkbox" name="adjudicates" defaultChecked={adjudicates} className="accent-accent mt-1" />
        <span>An editor may publish with fewer, and says why to everyone.</span>
      </label>
    </fieldset>
  )
}

/** The rule in one sentence. */
export function sayRule({ signOffs, adjudicates }: Rule): string {
  const signed = signOffs === 1 ? 'One signature before a finding is published' : `${signOffs} signatures before a finding is published` // prettier-ignore
  return adjudicates ? `${signed}; an editor may publish with fewer, saying why.` : `${signed}, without exception.`
}
