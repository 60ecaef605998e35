import { encode } from 'uqr'

/** Light squares around the code, without which cameras don't find it (ISO/IEC 18004). */
const QUIET = 4

/** A text as a QR code: one path of squares, black on white in both themes, since cameras want it so. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : [])))
  const whole = size + 2 * QUIET
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${whole} ${whole}`}
      shapeRendering="crispEdges"
      className="border-line mx-auto block size-52 rounded-md border forced-color-adjust-none"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
