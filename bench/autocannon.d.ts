declare module 'autocannon' {
  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string }
  type Client = {
    setRequests: (requests: (Request & { setupRequest?: (request: Request) => Request })[]) => void
  }
  type Options = { url: string; connections: number; amount: number; setupClient: (client: Client) => void }
  type Result = { '2xx': number; non2xx: number; errors: number; timeouts: number }
  type Instance = Promise<Result> & { on: (event: 'response' | 'start', listener: () => void) => void }
  export default function autocannon(options: Options): Instance
}
