/** Only paths of our own: anything that could lead elsewhere becomes the start page. */
export function ownPath(next: string | string[] | undefined): string {
  return typeof next === 'string' && /^\/(?![/\\])[\w/?=&%.,:~-]*$/.test(next) ? next : '/'
}
