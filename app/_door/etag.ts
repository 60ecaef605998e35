/** Whether the caller has what this ETag stands for already. Proxies that compress mark tags as weak, which is no matter. */
export function unchanged(request: Request, etag: string): boolean {
  const held = request.headers.get('if-none-match') ?? ''
  return held.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
