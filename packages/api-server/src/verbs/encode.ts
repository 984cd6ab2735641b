import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'

/** An object with its kind and apiVersion in front, as single objects and watch events have them. */
export function encodeObject(resource: ServedResource, object: ApiObject): string {
  if (resource.custom !== undefined) return resource.custom.encode(object)
  const { kind, apiVersion } = resource
  const head = `{"kind":${JSON.stringify(kind)},"apiVersion":${JSON.stringify(apiVersion)}`
  return `${head},${encodeItem(resource, object).slice(1)}`
}

/** An object as an item of a list: without kind and apiVersion, which only custom resources have there. */
export function encodeItem({ conversion, custom }: ServedResource, object: ApiObject): string {
  if (custom !== undefined) return custom.encode(object)
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
