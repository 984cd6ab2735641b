import { fnv1a32 } from '@rxkube/meta'

/** How many lanes work is spread over; kube-controller-manager: `UpdateWorkerSize`. */
export const laneCount = 8

/** The lane in which all work about a node is done, one piece after another. */
export function laneOf(nodeName: string): number {
  return fnv1a32(nodeName) % laneCount
}
