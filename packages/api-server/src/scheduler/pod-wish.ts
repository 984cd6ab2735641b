import type { Toleration } from '@rxkube/meta'
import { asArray, asNumber, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { preferredNodes, requiredNodes, type NodeTest } from './node-selection.ts'
import { podRequests, type PodRequests } from './resources.ts'

/** What a pod wants of a node. Pods with the same signature want the same. */
export interface PodWish {
  readonly signature: string
  readonly requests: PodRequests
  readonly fits: NodeTest | undefined
  readonly liking: ((node: Parameters<NodeTest>[0]) => number) | undefined
  readonly tolerations: readonly Toleration[]
}

const known = new Map<string, PodWish>()
const mostKnown = 1000

/** Reads a pod; the same wish is not read twice. */
export function podWish(pod: ApiObject): PodWish {
  const spec = asObject(pod['spec'])
  const containers = (list: unknown) =>
    asArray(list).map((each) => {
      const { resources, restartPolicy } = asObject(each)
      return [asObject(resources)['requests'], restartPolicy]
    })
  const affinity = asObject(spec['affinity'])['nodeAffinity']
  const { nodeSelector, tolerations, overhead, resources } = spec
  const signature = JSON.stringify([
    containers(spec['containers']),
    containers(spec['initContainers']),
    [nodeSelector, affinity, tolerations, overhead, resources],
  ])
  const found = known.get(signature)
  if (found !== undefined) return found
  const wish = read(spec, signature, affinity)
  if (known.size >= mostKnown) known.clear()
  known.set(signature, wish)
  return wish
}

function read(spec: JsonObject, signature: string, affinity: unknown): PodWish {
  const preferred = asObject(affinity)['preferredDuringSchedulingIgnoredDuringExecution']
  return {
    signature,
    requests: podRequests(spec),
    fits: requiredNodes(spec),
    liking: asArray(preferred).length === 0 ? undefined : preferredNodes(spec),
    tolerations: asArray(spec['tolerations']) as readonly Toleration[],
  }
}

/** Where a pod stands in line, and whether the scheduler has anything to do with it. */
export function isWaiting(pod: ApiObject): boolean {
  const spec = asObject(pod['spec'])
  const { phase } = asObject(pod['status'])
  return (
    asString(spec['nodeName']) === '' &&
    pod.metadata.deletionTimestamp === undefined &&
    asString(spec['schedulerName']) === 'default-scheduler' &&
    asArray(spec['schedulingGates']).length === 0 &&
    phase !== 'Succeeded' &&
    phase !== 'Failed'
  )
}

export function priorityOf(pod: ApiObject): number {
  return asNumber(asObject(pod['spec'])['priority'])
}
