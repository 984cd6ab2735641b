import { canonicalJson } from './canonical-json.ts'
import { fnv1a32 } from './fnv.ts'

// No vowels, so that no words come about, and nothing that is easily taken for something else.
const alphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** Text in characters that names may have and that make no words. Upstream: rand.SafeEncodeString. */
export function safeEncodeString(text: string): string {
  let encoded = ''
  for (let index = 0; index < text.length; index++) {
    encoded += alphabet.charAt(text.charCodeAt(index) % alphabet.length)
  }
  return encoded
}

/** The hash of text or bytes and of a collision count, fit for names. No count and 0 give different hashes. */
export function hashWithCollisionCount(data: string | Uint8Array, collisionCount?: number): string {
  let hash = fnv1a32(data)
  if (collisionCount !== undefined) {
    // As upstream hashes it: 32 bits, lowest byte first, in a buffer of eight bytes.
    const bytes = new DataView(new ArrayBuffer(8))
    bytes.setUint32(0, collisionCount, true)
    hash = fnv1a32(new Uint8Array(bytes.buffer), hash)
  }
  return safeEncodeString(String(hash))
}

/**
 * The `pod-template-hash` of a pod template: the same for the same template and count, on every machine.
 *
 * It is not the one that Kubernetes' own controllers compute, which is made from Go's memory; never compare hashes to
 * tell whether templates are equal. Upstream: controller.ComputeHash.
 */
export function podTemplateHash(template: unknown, collisionCount?: number): string {
  return hashWithCollisionCount(canonicalJson(template), collisionCount)
}
