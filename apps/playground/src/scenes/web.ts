import { Deployment, Service, type Cached, type Pod as LivePod } from '@rxkube/meta'
import type { PlayCluster } from '../cluster/play-cluster.ts'
import type { Stage } from './scene.ts'

/** The deployment that the story is about. */
const web = { namespace: 'default', name: 'web' }

const labels = { app: 'web' }

/** How long pods put up with a node that is lost, in seconds: less than the five minutes of most clusters. */
export const patience = 20

/** Makes the service, and the deployment with three pods. */
export async function createWeb({ cluster: { client }, signal }: Stage): Promise<void> {
  const metadata = { ...web, labels }
  await client.create(Service, { metadata, spec: { selector: labels, ports: [{ port: 80 }] } }, { signal })
  const tolerations = ['not-ready', 'unreachable'].map((key) => ({
    key: `node.kubernetes.io/${key}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: patience,
  }))
  const containers = [{ name: 'web', image: 'web:1', ports: [{ containerPort: 80 }] }]
  const template = { metadata: { labels }, spec: { tolerations, containers } }
  await client.create(
    Deployment,
    {
      metadata,
      spec: { replicas: 3, progressDeadlineSeconds: 20, selector: { matchLabels: labels }, template },
    },
    { signal },
  )
}

/** Another number of pods. */
export async function scale({ cluster: { client }, signal }: Stage, replicas: number): Promise<void> {
  await client.patch(Deployment, web, { spec: { replicas } }, { signal })
}

/** Another image. */
export async function setImage({ cluster: { client }, signal }: Stage, image: string): Promise<void> {
  const patch = { spec: { template: { spec: { containers: [{ name: 'web', image }] } } } }
  await client.patch(Deployment, web, patch, { type: 'strategic', signal })
}

/** The pods of the deployment that are not being deleted, by name. */
export function livePods({ pods }: PlayCluster): Cached<LivePod>[] {
  return pods.indexer
    .list()
    .filter(({ metadata }) => metadata.labels?.['app'] === 'web' && !metadata.deletionTimestamp)
    .toSorted((a, b) => ((a.metadata.name ?? '') < (b.metadata.name ?? '') ? -1 : 1))
}

/** The addresses that the service leads to. */
export function readyAddresses({ slices }: PlayCluster): string[] {
  return slices.indexer
    .list()
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === 'web')
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready === true)
    .flatMap(({ addresses }) => addresses)
}

/** Waits until so many pods of this image are ready, no other one is left, and the service leads to them. */
export async function settled({ cluster, signal }: Stage, replicas: number, image: string): Promise<void> {
  await cluster.until(
    `${replicas} ready pods of ${image}`,
    () => {
      const deployment = cluster.deployments.indexer.getByKey('default/web')
      const { status, metadata } = deployment ?? {}
      return (
        status?.observedGeneration === metadata?.generation &&
        status?.updatedReplicas === replicas &&
        status.replicas === replicas &&
        status.availableReplicas === replicas &&
        cluster.pods.indexer.size === replicas &&
        livePods(cluster).every(({ spec }) => spec.containers[0]?.image === image) &&
        readyAddresses(cluster).length === replicas
      )
    },
    signal,
  )
}
