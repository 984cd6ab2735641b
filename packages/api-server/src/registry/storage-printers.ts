import { asArray, asObject, asString, type ApiObject } from '../codec/json.ts'
import { created, objects, optional, strings, type Printers } from './printer.ts'

const modes = new Map([
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
])

/** The printers of volumes, claims and what provides them. */
export const storagePrinters: Printers = [
  [
    'persistentvolumes',
    (object, now) => {
      const spec = asObject(object['spec'])
      const { namespace, name } = asObject(spec['claimRef'])
      const { phase, reason } = asObject(object['status'])
      return [
        object.metadata.name,
        optional(asObject(spec['capacity'])['storage'], '0'),
        accessModes(spec['accessModes']),
        asString(spec['persistentVolumeReclaimPolicy']),
        isDeleted(object) ? 'Terminating' : asString(phase),
        name === undefined ? '' : `${asString(namespace)}/${asString(name)}`,
        storageClass(object),
        optional(spec['volumeAttributesClassName'], '<unset>'),
        asString(reason),
        created(object, now),
        optional(spec['volumeMode'], '<unset>'),
      ]
    },
  ],
  [
    'persistentvolumeclaims',
    (object, now) => {
      const spec = asObject(object['spec'])
      const status = asObject(object['status'])
      const volume = asString(spec['volumeName'])
      const isBound = volume !== ''
      return [
        object.metadata.name,
        isDeleted(object) ? 'Terminating' : asString(status['phase']),
        volume,
        isBound ? optional(asObject(status['capacity'])['storage'], '0') : '',
        isBound ? accessModes(status['accessModes']) : '',
        storageClass(object),
        optional(spec['volumeAttributesClassName'], '<unset>'),
        created(object, now),
        optional(spec['volumeMode'], '<unset>'),
      ]
    },
  ],
  [
    'storageclasses.storage.k8s.io',
    (object, now) => [
      `${object.metadata.name}${isDefaultClass(object) ? ' (default)' : ''}`,
      asString(object['provisioner']),
      optional(object['reclaimPolicy'], 'Delete'),
      optional(object['volumeBindingMode'], 'Immediate'),
      object['allowVolumeExpansion'] === true,
      created(object, now),
    ],
  ],
  [
    'csidrivers.storage.k8s.io',
    (object, now) => {
      const spec = asObject(object['spec'])
      const { tokenRequests } = spec
      const audiences = objects(tokenRequests).map(({ audience }) => asString(audience))
      return [
        object.metadata.name,
        spec['attachRequired'] !== false,
        spec['podInfoOnMount'] === true,
        spec['storageCapacity'] === true,
        tokenRequests === undefined ? '<unset>' : audiences.join(','),
        spec['requiresRepublish'] === true,
        strings(spec['volumeLifecycleModes']).join(',') || '<none>',
        created(object, now),
      ]
    },
  ],
  [
    'csinodes.storage.k8s.io',
    (object, now) => [
      object.metadata.name,
      asArray(asObject(object['spec'])['drivers']).length,
      created(object, now),
    ],
  ],
  [
    'volumeattachments.storage.k8s.io',
    (object, now) => {
      const { attacher, source, nodeName } = asObject(object['spec'])
      return [
        object.metadata.name,
        asString(attacher),
        asString(asObject(source)['persistentVolumeName']),
        asString(nodeName),
        asObject(object['status'])['attached'] === true,
        created(object, now),
      ]
    },
  ],
]

function isDeleted({ metadata }: ApiObject): boolean {
  return metadata.deletionTimestamp !== undefined
}

function accessModes(value: unknown): string {
  const given = new Set(strings(value))
  return [...modes].flatMap(([mode, short]) => (given.has(mode) ? [short] : [])).join(',')
}

function storageClass({ metadata, spec }: ApiObject): string {
  const annotated = metadata.annotations?.['volume.beta.kubernetes.io/storage-class']
  return annotated ?? asString(asObject(spec)['storageClassName'])
}

function isDefaultClass({ metadata: { annotations = {} } }: ApiObject): boolean {
  return ['storageclass.kubernetes.io', 'storageclass.beta.kubernetes.io'].some(
    (prefix) => annotations[`${prefix}/is-default-class`] === 'true',
  )
}
