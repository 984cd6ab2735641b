import type { Mutant } from './mutant.ts'

const controller = 'packages/controller/src'

/** Each breaks an invariant of controllers. */
export const controllerInvariantMutants: readonly Mutant[] = [
  {
    row: 'INV-C1',
    breaks: 'a reconcile is given the object as it was when it was looked at first',
    file: `${controller}/reconcile/run-context.ts`,
    find: 'return cache && this.#source(cache).getByKey(requestKey(request))',
    replace:
      'const seen = ((caches as { seen?: Map<string, Cached<KubernetesObject> | undefined> }).seen ??= new Map())\n' +
      'const key = requestKey(request)\n' +
      'if (cache && !seen.has(key)) seen.set(key, this.#source(cache).getByKey(key))\nreturn seen.get(key)',
  },
  {
    row: 'INV-C2',
    breaks: 'a controller that is started again does not look at what is there',
    file: `${controller}/reconcile/triggers.ts`,
    find: 'if (!added.has(key)) queue.add(request, options)',
    replace: "if (!added.has(key) && !('initial' in options.cause)) queue.add(request, options)",
  },
  {
    row: 'INV-C3',
    breaks: 'a deletion loses what it was to be on condition of',
    file: `${controller}/read-your-writes/reconcile-client.ts`,
    find: '() => this.client.delete(resource, address, this.#writing(options)),',
    replace: '() => this.client.delete(resource, address, { ...this.#writing(options), preconditions: {} }),',
  },
  {
    row: 'INV-C3',
    breaks: 'an update replaces whatever is there',
    file: `${controller}/read-your-writes/reconcile-client.ts`,
    find: 'this.client.update(resource, object, within),',
    replace:
      'this.client.update(resource, { ...object, metadata: { ...(object as KubernetesObject).metadata, ' +
      'resourceVersion: undefined } } as T, within),',
  },
  {
    row: 'INV-C4',
    breaks: 'own writes are not waited for',
    file: `${controller}/reconcile/catch-up.ts`,
    find: "if (mode === 'off') return true",
    replace: 'if (mode) return true',
  },
  {
    row: 'INV-C5',
    breaks: 'a Deployment says that it has seen what is to come',
    file: 'apps/deployment-controller/src/decide/status.ts',
    find: 'observedGeneration: deployment.metadata.generation ?? 0,',
    replace: 'observedGeneration: (deployment.metadata.generation ?? 0) + 1,',
  },
  {
    row: 'INV-C5',
    breaks: 'a ReplicaSet that lacks pods forgets what it has seen',
    file: 'apps/replicaset-controller/src/decide/status.ts',
    find: 'observedGeneration: replicaSet.metadata.generation ?? 0,',
    replace:
      'observedGeneration: pods.length < desiredReplicas(replicaSet) ? 0 : (replicaSet.metadata.generation ?? 0),',
  },
]
