import { TextField } from '@/components/ui/field'

/** Asks for the password once more; nothing of who has none, who must have signed in a short while ago. */
export function PasswordField({ hasPassword, error }: { hasPassword: boolean; error?: string | undefined }) {
  if (!hasPassword) return null
  return (
    <TextField
      label="Your password"
      name="password"
      type="password"
      autoComplete="current-password"
      required
      error={error}
    />
  )
}
