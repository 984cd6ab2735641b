import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'

/** An object with its kind and apiVersion in front, as single objects and watch events have them. */
export function encodeObject(resource: ServedResource, object: ApiObject): string {
  const { kind, apiVersion } = resource
  const head = `{"kind":${JSON.stringify(kind)},"apiVersion":${JSON.stringify(apiVersion)}`
  return `${head},${encodeItem(resource, object).slice(1)}`
}

/** An object as an item of a list: without kind and apiVersion. */
export function encodeItem({ conversion }: ServedResource, object: ApiObject): string {
  return JSON.stringify(conversion === undefined ? object : conversion.fromStorage(object))
}

/** An object reduced to its metadata. */
export function encodeMetadata({ metadata }: ApiObject, version = 'v1'): string {
  const head = `{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/${version}"`
  return `${head},"metadata":${JSON.stringify(metadata)}}`
}

const encoder = new TextEncoder()

export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}
