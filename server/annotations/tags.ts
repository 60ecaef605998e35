/** Tags as they are kept: composed alike (NFC), so that the same letters are the same tag, and each once. */
export function distinctTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.normalize('NFC')))]
}
