const encoder = new TextEncoder()
const ellipsis = '…'
const ellipsisBytes = 3

/** The text itself, or as much of it as goes into so many bytes of UTF-8 with an ellipsis. */
export function cutText(text: string, limit: number): string {
  // No character of UTF-16 takes more than three bytes.
  if (text.length * 3 <= limit) return text
  const { read } = encoder.encodeInto(text, new Uint8Array(limit))
  if (read === text.length) return text
  const kept = encoder.encodeInto(text, new Uint8Array(Math.max(0, limit - ellipsisBytes)))
  return `${text.slice(0, kept.read)}${ellipsis}`
}
