const KB = 1024
const MB = KB * KB

/** "3.2 MB", "14 KB". */
export const sizeOf = (bytes: number): string =>
  bytes >= MB ? `${(bytes / MB).toFixed(bytes < 10 * MB ? 1 : 0)} MB` : `${Math.max(1, Math.round(bytes / KB))} KB`
