/** The product's mark: the letter, with its bar in gold. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className="size-7 shrink-0">
      <rect width="32" height="32" rx="7" fill="#135e6b" />
      <path
        d="M9 23 16 8l7 15"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M12.2 17.6h7.6" stroke="#f0c46b" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
