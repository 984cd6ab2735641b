import { schema, type Field, type FieldType, type Message } from './schema.ts'

const string: FieldType = { at: 'string' }
const list = (of: FieldType): FieldType => ({ at: 'list', of })
const merge = { patchKey: undefined, listKeys: undefined, atomic: undefined }

/** Messages that belong to no kind of the store: lists, statuses, discovery. */
type Shape = Readonly<Record<string, readonly [number: number, type: FieldType | Message]>>

function message(name: string, shape: Shape): Message {
  const fields = Object.entries(shape).map(([json, [number, type]]): Field => {
    const of = 'byNumber' in type ? schema.adopt(type) : type
    return { name: json, type: of, number, omitEmpty: true, inline: false, merge }
  })
  return {
    name,
    atomic: false,
    fields: new Map(fields.map((field) => [field.name, field])),
    byNumber: new Map(fields.map((field) => [field.number, field])),
  }
}

const of = (type: Message): FieldType => list(schema.adopt(type))

const listMeta = message('ListMeta', {
  selfLink: [1, string],
  resourceVersion: [2, string],
  continue: [3, string],
  remainingItemCount: [4, { at: 'pointer', of: { at: 'int64' } }],
})
const cause = message('StatusCause', { reason: [1, string], message: [2, string], field: [3, string] })
const details = message('StatusDetails', {
  name: [1, string],
  group: [2, string],
  kind: [3, string],
  causes: [4, of(cause)],
  retryAfterSeconds: [5, { at: 'int32' }],
  uid: [6, string],
})
const status = message('Status', {
  metadata: [1, listMeta],
  status: [2, string],
  message: [3, string],
  reason: [4, string],
  details: [5, { at: 'pointer', of: schema.adopt(details) }],
  code: [6, { at: 'int32' }],
})
const groupVersion = message('GroupVersionForDiscovery', { groupVersion: [1, string], version: [2, string] })
const address = message('ServerAddressByClientCIDR', { clientCIDR: [1, string], serverAddress: [2, string] })
const group = message('APIGroup', {
  name: [1, string],
  versions: [2, of(groupVersion)],
  preferredVersion: [3, groupVersion],
  serverAddressByClientCIDRs: [4, of(address)],
})
const resource = message('APIResource', {
  name: [1, string],
  namespaced: [2, { at: 'bool' }],
  kind: [3, string],
  verbs: [4, { at: 'pointer', of: { at: 'strings' } }],
  shortNames: [5, list(string)],
  singularName: [6, string],
  categories: [7, list(string)],
  group: [8, string],
  version: [9, string],
  storageVersionHash: [10, string],
})

const known = new Map<string, Message>([
  ['v1/Status', status],
  ['v1/APIGroup', group],
  ['v1/APIGroupList', message('APIGroupList', { groups: [1, of(group)] })],
  [
    'v1/APIVersions',
    message('APIVersions', { versions: [1, list(string)], serverAddressByClientCIDRs: [2, of(address)] }),
  ],
  [
    'v1/APIResourceList',
    message('APIResourceList', { groupVersion: [1, string], resources: [2, of(resource)] }),
  ],
])

/** The type of anything that is answered: kinds of the store, their lists, and what discovery and errors are made of. */
export function answerMessage(apiVersion: string, kind: string): Message | undefined {
  const found = known.get(`${apiVersion}/${kind}`) ?? schema.root(apiVersion, kind)
  if (found !== undefined) return found
  const made = apiVersion.startsWith('meta.k8s.io/') ? metadataOnly(kind) : listOf(apiVersion, kind)
  if (made !== undefined) known.set(`${apiVersion}/${kind}`, made)
  return made
}

function listOf(apiVersion: string, kind: string): Message | undefined {
  const item = kind.endsWith('List') ? schema.root(apiVersion, kind.slice(0, -'List'.length)) : undefined
  return item === undefined ? undefined : message(kind, { metadata: [1, listMeta], items: [2, of(item)] })
}

function metadataOnly(kind: string): Message | undefined {
  const metadata = schema.root('v1', 'ConfigMap')?.fields.get('metadata')?.type
  if (metadata === undefined) return undefined
  const partial = message('PartialObjectMetadata', { metadata: [1, metadata] })
  if (kind === 'PartialObjectMetadata') return partial
  if (kind !== 'PartialObjectMetadataList') return undefined
  return message(kind, { metadata: [1, listMeta], items: [2, of(partial)] })
}
