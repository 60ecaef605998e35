import { TextField } from '@/components/ui/field'

/** What a new account needs. */
export function AccountFields({ fields }: { fields: Readonly<Record<string, string>> }) {
  return (
    <>
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        required
        autoFocus
        maxLength={80}
        error={fields.name}
        hint="As your team will see it."
      />
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required error={fields.email} />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        error={fields.password}
        hint="At least 12 characters. A few words in a row are easy to remember."
      />
    </>
  )
}
