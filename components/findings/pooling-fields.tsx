'use client'

import { pool, type Judgement, type Pooling } from '@/domain/claims/pooling'
import { SelectField, TextField } from '@/components/ui/field'
import { inWords } from './opinion'

const METHODS: Readonly<Record<Pooling['method'], string>> = {
  'log-odds mean': 'Log-odds mean',
  median: 'Median',
  mean: 'Mean',
}
const LEAST = 0.1
const MOST = 5

/** How the reviewers' likelihoods are made into one, and what comes of it. */
export function PoolingFields(props: {
  judgements: readonly Judgement[]
  value: Pooling
  onChange: (pooling: Pooling) => void
}) {
  const { judgements, value, onChange } = props
  const pooled = pool(judgements, value)
  const choose = (method: Pooling['method']) =>
    onChange(method === 'log-odds mean' ? { method, exponent: 1 } : { method })
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label="Pooled by"
          value={value.method}
          onChange={({ target }) => choose(target.value as Pooling['method'])}
        >
          {Object.entries(METHODS).map(([method, name]) => (
            <option key={method} value={method}>
              {name}
            </option>
          ))}
        </SelectField>
        {value.method === 'log-odds mean' ? (
          <TextField
            label="Exponent"
            type="number"
            min={LEAST}
            max={MOST}
            step={LEAST}
            className="max-w-24"
            value={value.exponent}
            onChange={({ target: { valueAsNumber: exponent } }) => {
              if (LEAST <= exponent && exponent <= MOST) onChange({ method: 'log-odds mean', exponent })
            }}
          />
        ) : null}
      </div>
      <p role="status">
        {pooled
          ? `${inWords(pooled.value)}, of ${judgements.length === 1 ? 'one reviewer' : `${judgements.length} reviewers`}.`
          : 'No reviewer has given a likelihood.'}
      </p>
      {value.method === 'log-odds mean' ? (
        <p className="text-ink-faint text-sm">
          The geometric mean of odds. An exponent above 1 moves it away from even, for reviewers who each know a part.
        </p>
      ) : null}
    </div>
  )
}
