import type { TestEnv } from '../env/test-env.ts'

type Json = unknown

// What differs however alike two runs are, and what stands for processes rather than for the cluster.
const noise: ReadonlySet<string> = new Set([
  'uid',
  'resourceVersion',
  'managedFields',
  'selfLink',
  'generateName',
  'podIP',
  'podIPs',
  'hostIP',
  'hostIPs',
  'clusterIP',
  'clusterIPs',
  'nodePort',
  'containerID',
  'observedGeneration',
  'generation',
])

const transient: ReadonlySet<string> = new Set([
  'events',
  'events.events.k8s.io',
  'leases.coordination.k8s.io',
])

interface Stored {
  readonly metadata?: { readonly name?: string; readonly generateName?: string }
}

/**
 * What a cluster has come to, as a list of objects that is the same for clusters that are alike: without versions, uids, times
 * and addresses, generated names by what they were generated from, and without events and leases.
 */
export function clusterOutcome(env: TestEnv): readonly string[] {
  const objects = env.server
    .snapshot()
    .collections.filter(({ name }) => !transient.has(name))
    .flatMap(({ objects: all }) => all.map(([, object]) => object as Stored))
  const generated = new Map<string, string>()
  for (const { metadata } of objects) {
    const { name, generateName } = metadata ?? {}
    if (name !== undefined && generateName !== undefined) generated.set(name, `${generateName}*`)
  }
  return objects.map((object) => JSON.stringify(alike(object, generated))).toSorted()
}

function alike(value: Json, generated: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return generated.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => alike(one, generated))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !noise.has(key) && !/(?:Time|Timestamp|At)$/.test(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, alike(one, generated)]),
  )
}
