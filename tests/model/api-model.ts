import { metaNamespaceKey, type KubernetesObject } from '@rxkube/meta'

/** The two objects there may be, by their place in every state. */
export const keys = ['a', 'b'] as const
const mostRevisions = 3
/** The version of a server that nobody wrote to. 0 would mean "any". */
const firstVersion = 1

/** One write, in the order of the log. A key that is created again has another uid. */
export interface Write {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly key: number
  readonly uid: number
  readonly version: number
}

/** What is held of one key. */
export interface Held {
  readonly uid: number
  readonly version: number
}

/** What is held of each key, in the order of `keys`. */
export type Collection = readonly (Held | undefined)[]

export const nothing: Collection = [undefined, undefined]

/** An API server as a value: everything ever written, and the version up to which its history is gone. */
export interface ApiModel {
  readonly log: readonly Write[]
  readonly floor: number
}

export const emptyServer: ApiModel = { log: [], floor: firstVersion }

export function versionOf({ log }: ApiModel): number {
  return log.length + firstVersion
}

/** The write that made this version, undefined for the first one. */
export function writeOf({ log }: ApiModel, version: number): Write | undefined {
  return log[version - firstVersion - 1]
}

/** What a list at this version holds. */
export function stateAt({ log }: ApiModel, version: number): Collection {
  const state: (Held | undefined)[] = [...nothing]
  for (const write of log) {
    if (write.version > version) break
    state[write.key] = write.type === 'DELETED' ? undefined : { uid: write.uid, version: write.version }
  }
  return state
}

/** The server after one more write; undefined when the key has had its revisions, or is not in a state for it. */
export function written(api: ApiModel, type: Write['type'], key: number): ApiModel | undefined {
  const own = api.log.filter((write) => write.key === key)
  const last = own.at(-1)
  const isThere = last !== undefined && last.type !== 'DELETED'
  // Every history has a twin with the keys changed over: the first write is of the first key.
  if (api.log.length === 0 && key !== 0) return undefined
  if (own.length >= mostRevisions || isThere === (type === 'ADDED')) return undefined
  const uid = (last?.uid ?? 0) + (type === 'ADDED' ? 1 : 0)
  return { ...api, log: [...api.log, { type, key, uid, version: versionOf(api) + 1 }] }
}

export function sameCollection(left: Collection, right: Collection): boolean {
  return keys.every(
    (_, key) => left[key]?.uid === right[key]?.uid && left[key]?.version === right[key]?.version,
  )
}

/** As the notation of scripts writes it: `a5`, and `a'5` once it was created again. */
export function label(key: number, { uid, version }: Held): string {
  return `${keys[key]}${"'".repeat(uid - 1)}${version}`
}

const objects = new Map<string, KubernetesObject>()

/** The object on the wire; the same for the same revision. */
export function objectOf(key: number, held: Held): KubernetesObject {
  const name = label(key, held)
  const known = objects.get(name)
  if (known !== undefined) return known
  const object: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: keys[key] ?? '',
      namespace: 'default',
      uid: `${keys[key]}${held.uid}`,
      resourceVersion: String(held.version),
    },
  }
  objects.set(name, object)
  return object
}

const keyNames = new Map(keys.map((name, key) => [`default/${name}`, key]))

/** Where an object stands in a collection, and which revision of it this is. */
export function revisionOf(object: KubernetesObject): { readonly key: number; readonly held: Held } {
  const key = keyNames.get(metaNamespaceKey(object)) ?? 0
  const { uid = '', resourceVersion = '' } = object.metadata ?? {}
  return { key, held: { uid: Number(uid.slice(1)), version: Number(resourceVersion) } }
}
