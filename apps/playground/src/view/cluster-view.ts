import {
  findCondition,
  type Cached,
  type Deployment,
  type Node,
  type Pod,
  type ReplicaSet,
} from '@rxkube/meta'
import type { PlayCluster } from '../cluster/play-cluster.ts'

/** A thing of the cluster as one line of a table. */
export interface Row {
  readonly kind: 'deploy' | 'rs' | 'pod' | 'endpts' | 'node'
  readonly name: string
  readonly state: string
  readonly detail: string
}

/** What the caches hold now, as rows, by kind and name. */
export function clusterView(cluster: PlayCluster): Row[] {
  const inDefault = <T extends { metadata: { namespace?: string; name?: string } }>(
    items: readonly T[],
  ): T[] => byName(items.filter(({ metadata }) => metadata.namespace === 'default'))
  const slices = inDefault(cluster.slices.indexer.list())
  const endpoints = slices.flatMap((slice) => slice.endpoints ?? [])
  const addresses = (ready: boolean): string[] =>
    endpoints
      .filter(({ conditions }) => (conditions?.ready === true) === ready)
      .flatMap((endpoint) => endpoint.addresses)
      .toSorted()
  const rows = [
    ...inDefault(cluster.deployments.indexer.list()).map(deploymentRow),
    ...inDefault(cluster.replicaSets.indexer.list()).map(replicaSetRow),
    ...inDefault(cluster.pods.indexer.list()).map(podRow),
  ]
  if (slices.length > 0) {
    const [ready, notReady] = [addresses(true), addresses(false)]
    const others = notReady.length === 0 ? '' : ` (not: ${notReady.join(' ')})`
    rows.push({
      kind: 'endpts',
      name: 'web',
      state: `${ready.length} ready`,
      detail: `${ready.join(' ')}${others}`,
    })
  }
  return [...rows, ...byName(cluster.nodes.indexer.list()).map(nodeRow)]
}

function byName<T extends { metadata: { name?: string } }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => ((a.metadata.name ?? '') < (b.metadata.name ?? '') ? -1 : 1))
}

function deploymentRow({ metadata, spec, status }: Cached<Deployment>): Row {
  const progressing = findCondition(status?.conditions, 'Progressing')?.reason ?? ''
  return {
    kind: 'deploy',
    name: metadata.name ?? '',
    state: `${status?.readyReplicas ?? 0}/${spec.replicas ?? 1} ready`,
    detail: [imageOf(spec.template), progressing].filter((part) => part !== '').join(', '),
  }
}

function replicaSetRow({ metadata, spec, status }: Cached<ReplicaSet>): Row {
  const revision = metadata.annotations?.['deployment.kubernetes.io/revision'] ?? '?'
  return {
    kind: 'rs',
    name: metadata.name ?? '',
    state: `${status?.readyReplicas ?? 0}/${spec.replicas ?? 1} ready`,
    detail: `${imageOf(spec.template)}, revision ${revision}`,
  }
}

function podRow({ metadata, spec, status }: Cached<Pod>): Row {
  const [container] = status?.containerStatuses ?? []
  const ready = findCondition(status?.conditions, 'Ready')?.status === 'True'
  const phase = container?.state?.waiting?.reason ?? status?.phase ?? 'Pending'
  const state = metadata.deletionTimestamp
    ? 'Terminating'
    : phase === 'Running' && !ready
      ? 'NotReady'
      : phase
  return {
    kind: 'pod',
    name: metadata.name ?? '',
    state,
    detail: [spec.nodeName ?? 'no node', status?.podIP ?? ''].join(' ').trim(),
  }
}

function nodeRow({ metadata, spec, status }: Cached<Node>): Row {
  const ready = findCondition(status?.conditions, 'Ready')?.status ?? 'Unknown'
  const state = { True: 'Ready', False: 'NotReady', Unknown: 'Unknown' }[ready] ?? ready
  const taints = [...Map.groupBy(spec?.taints ?? [], ({ key }) => key.split('/').at(-1) ?? '')].map(
    ([key, ofKey]) => `${key}:${ofKey.map(({ effect }) => effect).join(',')}`,
  )
  return { kind: 'node', name: metadata.name ?? '', state, detail: taints.join(' ') }
}

function imageOf(
  template: { readonly spec?: { readonly containers: readonly { readonly image?: string }[] } } | undefined,
): string {
  return template?.spec?.containers[0]?.image ?? 'no image'
}
