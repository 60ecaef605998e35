import type { ReactNode } from 'react'
import { Code } from './endpoint'

/** What holds of all endpoints, to be read once. */
export function Introduction({ origin }: { origin: string }) {
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-8">
      <Part id="begin" title="Begin">
        <p>
          Everything that people do here goes through this API, below <code>{origin}/api/v1</code>. It speaks JSON. Its
          description for machines is{' '}
          <a className="link" href="/api/v1/openapi.json">
            openapi.json
          </a>{' '}
          (OpenAPI 3.1), made from the declarations that this page is made from too. In the examples,{' '}
          <code>$ASSAY</code> is the address of the installation, <code>$ASSAY_TOKEN</code> your token, and ids in
          addresses are variables.
        </p>
        <Code
          label="A first call"
          text={`export ASSAY=${origin}\nexport ASSAY_TOKEN=assay_…\ncurl "$ASSAY/api/v1/workspaces" -H "Authorization: Bearer $ASSAY_TOKEN"`}
        />
      </Part>
      <Part id="tokens" title="Tokens">
        <p>
          A program asks with a token, which you make on your{' '}
          <a className="link" href="/account#tokens">
            account page
          </a>
          . It acts as you, with the role that you have at that moment, in one workspace: of others it knows nothing. It
          may read, or read and write, until the day that you chose. What is a person’s own (passwords, sessions,
          tokens, what you are notified of) is closed to tokens, and pages don’t take them. A token that is not good
          gets 401, one that may only read gets 403 for a change; <code>WWW-Authenticate</code> says which.
        </p>
      </Part>
      <Part id="writes" title="Writes and retries">
        <p>
          Every write carries an <code>Idempotency-Key</code>: 8 to 200 letters, digits or <code>. _ : -</code>, new for
          each write and the same on every attempt of one. A retry has no second effect and gets the same answer; the
          same key on another request is refused with 409. Ids of new things are UUIDs of version 7, made by you. A
          change names the <code>version</code> that it was made on; if someone was faster, you get 409 with{' '}
          <code>theirs</code> and <code>yours</code>, and nothing is overwritten.
        </p>
      </Part>
      <Part id="lists" title="Lists">
        <p>
          A list answers <code>items</code> and <code>next</code>. Send <code>next</code> as <code>cursor</code> to get
          the page after it; it is null on the last. <code>limit</code> is 1 to 200. Cursors are good for the list that
          they came from.
        </p>
      </Part>
      <Part id="errors" title="Errors">
        <p>
          A refusal is a problem document (RFC 9457, <code>application/problem+json</code>): <code>title</code> says
          what happened and what to do, and can be shown; <code>fields</code> names what is wrong with what you sent.
        </p>
        <ul className="list-disc pl-5">
          <li>401: no session, or the token is not good.</li>
          <li>403: you can see it, and may not do this.</li>
          <li>404: it does not exist, or you can’t see it; nobody is told which.</li>
          <li>409: someone was faster, or it is in no state for this.</li>
          <li>413, 415, 422: too large, of no known kind, or not valid.</li>
          <li>
            429: too many requests; wait as <code>Retry-After</code> says, in seconds.
          </li>
          <li>503: something that is needed does not answer; try again later.</li>
        </ul>
      </Part>
      <Part id="limits" title="Limits">
        <p>
          Reads and writes are counted per person and minute (600 writes and 6,000 reads, unless the installation says
          otherwise), whether by browser or by token. A body of JSON has 1 MB at most, a file 20 MB.
        </p>
      </Part>
      <Part id="units" title="Units">
        <p>
          Offsets into a text (<code>start</code>, <code>end</code>) count UTF-16 code units from 0, end exclusive, in
          the <code>text</code> of the version that is named; <code>characters</code> counts the same. Sizes are bytes,
          moments ISO 8601 in UTC, days ISO 8601 and as much of one as is known.
        </p>
      </Part>
      <Part id="events" title="Events">
        <p>
          Every workspace, project, document and claim has a stream of events, numbered from 1 without gaps. An event
          says what happened to which thing and who did it, and nothing that is in it. To follow a stream, ask{' '}
          <code>…/events?after=N</code> with the last number that you know. What is private or sealed is in no stream
          that others read.
        </p>
      </Part>
      <Part id="webhooks" title="Webhooks">
        <p>
          Admins can have events sent to an address, from the workspace’s page <em>Webhooks</em>. Each is one POST,
          signed as{' '}
          <a className="link" href="https://www.standardwebhooks.com" rel="noreferrer">
            Standard Webhooks
          </a>{' '}
          says: <code>webhook-signature</code> is <code>v1,</code> and the base64 of HMAC-SHA256 over{' '}
          <code>webhook-id.webhook-timestamp.body</code>, with the bytes that stand in base64 behind <code>whsec_</code>
          . Only what every member may read is sent.
        </p>
        <Code
          label="A message"
          text={`{
  "id": "01935f41-5e7c-7b12-9a3d-6c8e0f2a4b5d",
  "kind": "claim.approved",
  "workspaceId": "…",
  "stream": { "kind": "claim", "id": "…" },
  "seq": 4,
  "subject": "…",
  "actorId": "…",
  "at": "2026-11-28T12:00:00.000Z"
}`}
        />
        <p>
          Answer with 2xx within 15 seconds. Anything else is tried again after 10 seconds, later each time, for about a
          day, under the same id: drop an id that you have already. With 429 and 503 it waits as{' '}
          <code>Retry-After</code> asks, for eight hours at most. Messages come in order; while one is tried again,
          those behind it wait. After three days without one that arrived the webhook is switched off and the admins are
          told; switched on again, it goes on where it stopped. 410 switches it off at once. Redirects are not followed.
        </p>
      </Part>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      id={id}
      aria-label={title}
      className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] gap-3 text-pretty [&_code]:font-mono [&_code]:text-[13px]"
    >
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {children}
    </section>
  )
}
