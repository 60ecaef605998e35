import type { FetchRefusal } from '../fetch-refusals'

/** Why nothing could be sent, or would be, to whoever looks after the receiver. */
const WHY: Readonly<Record<FetchRefusal['why'], string>> = {
  address: 'This is no address of the web. Give one that starts with https://.',
  credentials: 'This address has a name or a password in it. Leave out what stands before the @.',
  plain:
    'Messages are sent over https, so that nobody on the way can read or change them. Whoever runs this installation can allow http for single addresses (FETCH_ALLOW).',
  port: 'This address names a port other than 443. Whoever runs this installation can allow others (FETCH_ALLOW).',
  private:
    'This address leads to this machine, to a private network or to nobody. Whoever runs this installation can allow it (FETCH_ALLOW).',
  unknown: 'There is no site of this name.',
  names: 'The name servers did not answer.',
  unreachable: 'The receiver could not be reached.',
  broken: 'The receiver broke off before it had answered.',
  garbled: 'The receiver answered in a way that can’t be understood.',
  packed: 'The receiver packed its answer in a way that Assay doesn’t know.',
  stopped: 'This was stopped before it was sent.',
  certificate: 'The receiver can’t prove who it is: its certificate is not valid.',
  slow: 'The receiver took too long to answer.',
}

export const sayWhy = ({ why }: FetchRefusal): string => WHY[why]
