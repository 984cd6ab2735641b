import { NamespaceScopeError, type ListWatchOptions, type ObjectAddress } from '@rxkube/client'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import { Observable, mergeMap } from 'rxjs'
import type { ReflectorEvent } from './event.ts'
import type { ReflectorOptions } from './options.ts'
import { reflector, type ReflectorClient } from './reflector-stream.ts'

/**
 * One object as a stream: its state, each new state, and undefined while it is not there. The first value comes when
 * it is known. Cold, as `reflector` is. Throws a `NamespaceScopeError` where a namespace is missing or too much.
 * kube-rs: `watch_object`.
 */
export function watchObject<T extends KubernetesObject>(
  client: ReflectorClient,
  resource: Resource<T>,
  address: string | ObjectAddress,
  options: ReflectorOptions & Pick<ListWatchOptions, 'projection' | 'watchListUnsupported'> = {},
): Observable<T | undefined> {
  const { name, namespace } = typeof address === 'string' ? { name: address, namespace: undefined } : address
  // Objects of one name in several namespaces would pass for states of one object.
  if (resource.namespaced && !namespace)
    throw new NamespaceScopeError(resource.resource, 'is namespaced: a namespace is missing')
  const fieldSelector = `metadata.name=${name}`
  return new Observable((subscriber) => {
    const fold = new ObjectFold<T>(name)
    return reflector(client, resource, { ...options, namespace, fieldSelector })
      .pipe(mergeMap((events) => events.flatMap((event) => fold.take(event))))
      .subscribe(subscriber)
  })
}

/** What events say of the one object. Restated states are left out. */
class ObjectFold<T extends KubernetesObject> {
  readonly #name: string
  #told: { readonly object: T | undefined } | undefined
  #snapshot: T | undefined

  constructor(name: string) {
    this.#name = name
  }

  take(event: ReflectorEvent<T>): readonly (T | undefined)[] {
    switch (event.type) {
      case 'init':
        this.#snapshot = undefined
        return []
      case 'initApply':
        // A server may not know the selector.
        this.#snapshot = event.objects.findLast((object) => this.#isMeant(object)) ?? this.#snapshot
        return []
      case 'initDelete':
        if (this.#isMeant(event.object)) this.#snapshot = undefined
        return []
      case 'initDone':
        return this.#tell(this.#snapshot)
      case 'added':
      case 'modified':
        return this.#isMeant(event.object) ? this.#tell(event.object) : []
      case 'deleted':
        return this.#isMeant(event.object) ? this.#tell(undefined) : []
      case 'bookmark':
      case 'resync':
      case 'error':
    }
    return []
  }

  #isMeant({ metadata }: T): boolean {
    return metadata?.name === this.#name
  }

  #tell(object: T | undefined): readonly (T | undefined)[] {
    if (this.#told && same(this.#told.object, object)) return []
    this.#told = { object }
    return [object]
  }
}

function same(a: KubernetesObject | undefined, b: KubernetesObject | undefined): boolean {
  const [before, now] = [a?.metadata, b?.metadata]
  if (before === undefined || now === undefined) return a === b
  return (
    now.resourceVersion !== undefined &&
    before.uid === now.uid &&
    before.resourceVersion === now.resourceVersion
  )
}
