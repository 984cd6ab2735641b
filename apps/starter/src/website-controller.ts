import { ConfigMap, Deployment } from '@rxkube/client'
import { requestKey, type Manager, type ReconcileContext, type Request } from '@rxkube/controller'
import { isControlledBy, type Cached, type KubernetesObject } from '@rxkube/meta'
import { configMapFor, covers, deploymentFor } from './children.ts'
import { Website } from './website.ts'

/** Adds the controller to a manager. */
export function setUpWebsites(manager: Manager): void {
  manager
    .controller('websites', Website)
    .owns(ConfigMap, { projection: 'full' })
    .owns(Deployment, { projection: 'full' })
    .reconcile(reconcileWebsite)
}

/** Makes a ConfigMap and a Deployment for a website. Called again whenever one of the three changes. */
async function reconcileWebsite(request: Request, context: ReconcileContext<Website>): Promise<void> {
  const { object: site, client } = context
  // Nothing to undo: the garbage collector deletes what it owned.
  if (!site || site.metadata.deletionTimestamp) return
  const key = requestKey(request)

  const configMap = context.lister(ConfigMap).getByKey(key)
  assertOwn(site, configMap)
  const wantedConfigMap = configMapFor(site)
  if (!covers(configMap, wantedConfigMap)) {
    await client.apply(ConfigMap, wantedConfigMap, { force: true })
    context.event('Normal', 'Published', 'the page is in its ConfigMap')
  }

  const deployment = context.lister(Deployment).getByKey(key)
  assertOwn(site, deployment)
  const wantedDeployment = deploymentFor(site)
  if (!covers(deployment, wantedDeployment)) {
    await client.apply(Deployment, wantedDeployment, { force: true })
  }

  // What did not change is not written: a write would wake this controller again.
  const status = {
    observedGeneration: site.metadata.generation ?? 0,
    readyReplicas: deployment?.status?.readyReplicas ?? 0,
  }
  if (!covers(site.status, status)) await client.patchStatus(Website, request, { status })
}

function assertOwn(site: Cached<Website>, child: Cached<KubernetesObject> | undefined): void {
  if (!child || isControlledBy(child, site)) return
  throw new Error(`${child.kind} ${child.metadata?.name} is there and belongs to somebody else`)
}
