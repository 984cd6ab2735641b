/** Controllers that can run inside of the server, by kube-controller-manager's names without `-controller`. */
export type ControllerName =
  | 'clusterrole-aggregation'
  | 'disruption'
  | 'garbage-collector'
  | 'namespace'
  | 'pod-garbage-collector'
  | 'root-ca-certificate-publisher'
  | 'scheduler'
  | 'serviceaccount'

/** Those that every server has something to do for. */
const always: readonly ControllerName[] = [
  'disruption',
  'garbage-collector',
  'namespace',
  'pod-garbage-collector',
]

/** What decides which controllers are on: what they are for. */
interface Wishes {
  readonly controllers?: readonly ControllerName[]
  readonly nodes?: unknown
  readonly serviceAccounts?: unknown
  readonly authorize?: unknown
}

/** The controllers that are on: those that were named, or those that have something to do. */
export function controllersOf(wishes: Wishes): ReadonlySet<ControllerName> {
  if (wishes.controllers !== undefined) return new Set(wishes.controllers)
  const { nodes, serviceAccounts, authorize } = wishes
  const names = new Set(always)
  if (nodes !== undefined) names.add('scheduler')
  if (serviceAccounts !== undefined && serviceAccounts !== false) {
    names.add('serviceaccount').add('root-ca-certificate-publisher')
  }
  if (authorize === 'rbac') names.add('clusterrole-aggregation')
  return names
}
