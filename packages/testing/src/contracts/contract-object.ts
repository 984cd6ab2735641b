import { DeletedFinalStateUnknown, type KubernetesObject, metaNamespaceKey } from '@rxkube/meta'

/** What contract suites put into a queue or a store: a name, a version, labels and one field to tell states apart. */
export interface ContractObject extends KubernetesObject {
  metadata: {
    name: string
    namespace: string
    resourceVersion: string
    labels?: Record<string, string>
  }
  spec?: { readonly node: string }
}

/** The object of that name at that version. */
export function contractObject(
  name: string,
  version: number,
  rest: Partial<ContractObject> = {},
): ContractObject {
  return { metadata: { name, namespace: 'default', resourceVersion: String(version) }, ...rest }
}

export const keyOf = (object: ContractObject | DeletedFinalStateUnknown<ContractObject>): string =>
  object instanceof DeletedFinalStateUnknown ? object.key : metaNamespaceKey(object)

/** `a1` for version 1 of a. */
export const labelOf = ({ metadata }: ContractObject): string => `${metadata.name}${metadata.resourceVersion}`
