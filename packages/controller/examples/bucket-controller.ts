import { Secret } from '@rxkube/client'
import {
  defineCustomResource,
  generationChangedPredicate,
  requestKey,
  TerminalError,
  type CustomResourceOf,
  type Manager,
} from '@rxkube/controller'
import { deepEqual, newControllerRef } from '@rxkube/meta'
import { z } from 'zod'

/** Something outside of the cluster that buckets are in. Each call may be made again. */
export interface Storage {
  ensure(bucket: string, signal: AbortSignal): Promise<'Creating' | 'Ready'>
  remove(bucket: string, signal: AbortSignal): Promise<void>
}

export const Bucket = defineCustomResource({
  group: 'example.com',
  kind: 'Bucket',
  scope: 'Namespaced',
  versions: [
    {
      name: 'v1',
      spec: z.object({ region: z.string() }),
      status: z.object({ phase: z.enum(['Creating', 'Ready']), observedGeneration: z.int() }),
    },
  ],
})
type Bucket = CustomResourceOf<typeof Bucket>

const regions: ReadonlySet<string> = new Set(['north', 'south'])

export function setUpBuckets(manager: Manager, storage: Storage): void {
  manager
    .controller('buckets', Bucket, { predicates: [generationChangedPredicate()] })
    .owns(Secret)
    .options({ maxConcurrentReconciles: 4, reconcileTimeout: '30s' })
    .finalizer('example.com/bucket', async (request, { signal }) => {
      await storage.remove(requestKey(request), signal)
    })
    .reconcile(async (request, context) => {
      const { object: bucket, client, signal } = context
      if (!bucket) return undefined
      const { region } = bucket.spec
      if (!regions.has(region)) {
        context.event('Warning', 'UnknownRegion', `there is no region ${region}`)
        throw new TerminalError(`there is no region ${region}`)
      }

      const phase = await storage.ensure(requestKey(request), signal)

      if (!context.lister(Secret, 'metadata').getByKey(requestKey(request))) {
        const metadata = { ...request, ownerReferences: [newControllerRef(bucket, Bucket)] }
        await client.apply(Secret, { metadata, stringData: { url: `https://${region}.example.com/` } })
      }

      const status: Bucket['status'] = { phase, observedGeneration: bucket.metadata.generation ?? 0 }
      if (!deepEqual(bucket.status, status)) {
        await client.patchStatus(Bucket, request, { status })
        if (phase === 'Ready') context.event('Normal', 'Ready', 'the bucket can be used')
      }
      // Nobody tells of what changes outside of the cluster.
      return { requeueAfter: phase === 'Ready' ? '10m' : '10s' }
    })
}
