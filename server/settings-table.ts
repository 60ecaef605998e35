import { Environment } from './config'

type Name = keyof typeof Environment.shape

/** Settings that the scripts read before there is a configuration. */
const OF_THE_SCRIPTS = {
  PORT: { without: '3000', about: 'The port on which to listen.' },
  HOST: { without: '127.0.0.1', about: 'Where to listen. `0.0.0.0` lets other machines in.' },
  ASSAY_DATA: { without: '.data', about: 'The folder with the database and the secrets of the installation.' },
}

/** What each setting is, in a sentence; `without` where its default says too little. */
const ABOUT: Readonly<Record<Name, { about: string; without?: string }>> = {
  DATABASE_URL: { about: 'A PostgreSQL, 15 or newer, with a database in UTF-8.', without: 'the PostgreSQL inside' },
  NEXTAUTH_URL: {
    about: 'The address under which people open Assay. With `https://`, cookies are Secure.',
    without: 'http://localhost:PORT',
  },
  PUBLIC_ORIGINS: { about: 'More addresses from which people write, with commas between.', without: 'none' },
  TRUSTED_PROXIES: { about: 'Proxies whose `x-forwarded-for` is believed: addresses or ranges.', without: 'none' },
  LOG_LEVEL: { about: '`debug`, `info`, `warn`, `error` or `silent`.' },
  METRICS_TOKEN: { about: 'Opens `/api/metrics` to who sends it. At least 16 characters.', without: 'off' },
  NEXTAUTH_SECRET: {
    about: 'Signs cookies and links. The same on every server.',
    without: 'made once, in the data folder',
  },
  SMTP_URL: { about: 'A mail server: `smtps://user:password@mail.example.org:465`.', without: 'no mail is sent' },
  MAIL_FROM: { about: 'Who mail comes from: `Assay <assay@example.org>`.', without: 'needed with `SMTP_URL`' },
  MAIL_DIGEST_HOUR: { about: 'The hour, in UTC, from which daily mails are sent.' },
  GITHUB_ID: { about: 'An OAuth app of GitHub, to sign in with it.', without: 'off' },
  GITHUB_SECRET: { about: 'Its secret.', without: 'needed with `GITHUB_ID`' },
  GOOGLE_ID: { about: 'An OAuth client of Google, to sign in with it.', without: 'off' },
  GOOGLE_SECRET: { about: 'Its secret.', without: 'needed with `GOOGLE_ID`' },
  OIDC_ISSUER: { about: 'Any other OpenID Connect issuer, to sign in with it.', without: 'off' },
  OIDC_ID: { about: 'The client that Assay is there.', without: 'needed with `OIDC_ISSUER`' },
  OIDC_SECRET: { about: 'Its secret.', without: 'needed with `OIDC_ISSUER`' },
  OIDC_NAME: { about: 'What the button calls it: “Sign in with …”.' },
  DATABASE_POOL: { about: 'Connections to the database that this server keeps at most.' },
  SESSION_DAYS: { about: 'How long a session lasts, from signing in.' },
  INVITATION_DAYS: { about: 'How long an invitation can be used.' },
  WORKSPACE_GRACE_DAYS: { about: 'How long a deleted workspace can be brought back.' },
  ANSWER_DAYS: { about: 'How long the answer to a write is kept, for who sends it again.' },
  LIMIT_UPLOAD_BYTES: { about: 'The largest file that can be uploaded.' },
  LIMIT_DOCUMENT_CHARACTERS: { about: 'The longest text of a document.' },
  LIMIT_CONVERSION_MS: { about: 'How long reading a file may take.' },
  LIMIT_CONVERSION_BYTES: { about: 'How much memory reading a file may take.' },
  LIMIT_AGREEMENT_MS: { about: 'How long measuring agreement may take.' },
  FETCH_ALLOW: { about: 'What may be read beside the public web: names, addresses or ranges.', without: 'none' },
  LIMIT_FETCH_BYTES: { about: 'The largest page or file that is read from the web.' },
  LIMIT_FETCH_MS: { about: 'How long reading from the web may take.' },
  LIMIT_FETCH_IDLE_MS: { about: 'How long nothing may come meanwhile.' },
  LIMIT_FETCH_REDIRECTS: { about: 'How often an address may send on to another.' },
  LIMIT_BODY_BYTES: { about: 'The largest request that is no upload.' },
  LIMIT_SIGN_IN_PER_ACCOUNT: { about: 'Wrong passwords before an account has to wait.' },
  LIMIT_SIGN_IN_PER_ADDRESS: { about: 'The same for an address of the network.' },
  LIMIT_WRITES_PER_MINUTE: { about: 'Writes of one person in a minute.' },
  LIMIT_READS_PER_MINUTE: { about: 'Reads of one person in a minute.' },
}

/** By the end of a name, in what its number is said. */
const UNITS: readonly [RegExp, (value: number) => string][] = [
  [/_BYTES$/, (value) => `${String(value / 1024 / 1024)} MB`],
  [/_MS$/, (value) => `${String(value / 1000)} s`],
  [/_DAYS$/, (value) => `${String(value)} days`],
  [/./, (value) => value.toLocaleString('en')],
]

function usual(name: Name): string {
  const { without } = ABOUT[name]
  const value = without ?? Environment.shape[name].safeParse(undefined).data
  if (typeof value !== 'number') return String(value)
  return UNITS.find(([pattern]) => pattern.test(name))?.[1](value) ?? String(value)
}

/** All settings as a table in Markdown: made of what the program reads, and of a sentence about each. */
export function settingsTable(): string {
  const scripts = Object.entries(OF_THE_SCRIPTS).map(([name, { without, about }]) => [name, without, about])
  const server = (Object.keys(Environment.shape) as Name[]).map((name) => [name, usual(name), ABOUT[name].about])
  const rows = [...scripts, ...server].map(
    ([name, without, about]) => `| \`${name ?? ''}\` | ${without ?? ''} | ${about ?? ''} |`,
  )
  return ['| Name | Without it | What it is |', '| --- | --- | --- |', ...rows].join('\n')
}
