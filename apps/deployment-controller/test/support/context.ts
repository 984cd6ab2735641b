import type { Client } from '@rxkube/client'
import { Indexer, lister, namespaceIndex, metaNamespaceIndexFunc } from '@rxkube/indexer'
import {
  type Cached,
  type Deployment,
  type KubernetesObject,
  type Pod,
  type ReplicaSet,
  type Resource,
} from '@rxkube/meta'
import type { TestEnv } from '@rxkube/testing'
import { replicaSetOwner, replicaSetOwnerIndex } from '../../src/decide/replica-set-owner.ts'
import type { Context } from '../../src/writes/pass.ts'

/** What a pass sees of the cluster. */
export interface View {
  readonly object: Deployment | undefined
  readonly sets?: readonly ReplicaSet[]
  readonly pods?: readonly Pod[]
  readonly attempt?: number
}

/** The context of one pass on what a test says that caches show, and what the pass did with it. */
export class PassContext {
  readonly requests: string[] = []
  readonly events: string[] = []
  readonly context: Context

  constructor(env: TestEnv, { object, sets = [], pods = [], attempt = 0 }: View) {
    const caches = new Map<string, readonly KubernetesObject[]>([
      ['ReplicaSet', sets],
      ['Pod', pods],
    ])
    const told = (verb: string, resource: Resource) => this.requests.push(`${verb} ${resource.kind}`)
    const context = {
      object,
      client: recorded(env.client, told),
      signal: new AbortController().signal,
      clock: env.clock,
      random: env.random,
      causes: [],
      attempt,
      lister: (resource: Resource) => cacheOf(resource, caches.get(resource.kind) ?? []),
      event: (type: string, reason: string, message: string) =>
        this.events.push(`${type} ${reason} ${message}`),
    }
    this.context = context as unknown as Context
  }
}

function recorded(client: Client, told: (verb: string, resource: Resource) => void): Client {
  return new Proxy(client, {
    get: (target, property) => {
      const method: unknown = Reflect.get(target, property)
      if (typeof method !== 'function') return method
      return (resource: Resource, ...rest: unknown[]): unknown => {
        told(String(property), resource)
        return Reflect.apply(method, target, [resource, ...rest])
      }
    },
  })
}

function cacheOf(resource: Resource, objects: readonly KubernetesObject[]) {
  const indexer = new Indexer<KubernetesObject>({
    indexers: {
      [namespaceIndex]: metaNamespaceIndexFunc,
      [replicaSetOwnerIndex]: (object) => replicaSetOwner(object as Cached<ReplicaSet>),
    },
  })
  for (const object of objects) indexer.add(object)
  const byIndex = (index: string, value: string) => indexer.byIndex(index, value)
  return { ...lister(indexer, resource), byIndex }
}
