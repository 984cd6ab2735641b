import { isAscii } from 'node:buffer'
import type { KubernetesObject } from '@rxkube/meta'
import { asBuffer } from './byte-buffer.ts'

/** The kind of the objects in a list; servers leave it out of each item. */
export interface TypeMeta {
  readonly apiVersion: string
  readonly kind: string
}

/**
 * Turns the bytes of one object into the object, or into a view that reads them when asked to.
 *
 * The bytes may share memory with a much larger chunk: copy them to keep them. `type` is what to fill in where the
 * object does not tell its own kind; what throws counts as an undecodable frame.
 */
export type Decoder<T> = (bytes: Uint8Array, type?: TypeMeta) => T

/** JSON text of bytes; the text of pure ASCII takes one byte a character. */
export function textOf(bytes: Uint8Array): string {
  const buffer = asBuffer(bytes)
  return isAscii(buffer) ? buffer.toString('latin1') : buffer.toString('utf8')
}

/**
 * `JSON.parse`, once for each object. Integers above 2^53 lose digits: write such fields back with a patch of other
 * fields only.
 */
export function jsonDecoder(bytes: Uint8Array, type?: TypeMeta): KubernetesObject {
  return objectOf(textOf(bytes), type)
}

/** The object that a text is. Throws TypeError for any other value, SyntaxError for what is no JSON. */
export function objectOf(text: string, type?: TypeMeta): KubernetesObject {
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new TypeError('an object was expected')
  }
  const object: KubernetesObject = parsed
  if (type) {
    object.apiVersion ??= type.apiVersion
    object.kind ??= type.kind
  }
  return object
}
