import { Buffer } from 'node:buffer'
import type { KubernetesObject } from '@rxkube/meta'
import { textWithout } from './cut.ts'
import { objectOf, type TypeMeta } from './decoder.ts'

const path = [Buffer.from('metadata'), Buffer.from('managedFields')]
const pathInEvent = [Buffer.from('object'), ...path]

/**
 * As `jsonDecoder`, but `metadata.managedFields` is cut off before the rest is parsed: of a typical pod that is a
 * third of the time and more than half of the garbage. Nothing in what is cut off is looked at but its end.
 */
export function leanJsonDecoder(bytes: Uint8Array, type?: TypeMeta): KubernetesObject {
  return objectOf(textWithout(bytes, path), type)
}

/** The same for the text of a watch event. */
export function leanEventText(frame: Uint8Array): string {
  return textWithout(frame, pathInEvent)
}
