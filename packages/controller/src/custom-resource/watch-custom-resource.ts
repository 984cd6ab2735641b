import { CustomResourceDefinition, type Cached, type Resource } from '@rxkube/meta'
import { watchObject, type ReflectorClient, type ReflectorOptions } from '@rxkube/reflector'
import { defer, first, map, mergeMap, type Observable } from 'rxjs'
import { definitionName, unserved } from './definition-status.ts'

/** Whether a custom resource can be asked for. */
export type CustomResourceSignal =
  | {
      readonly type: 'established'
      /** The uid of the definition: another one means that every object of the old one is gone. */
      readonly uid: string
      readonly definition: Cached<CustomResourceDefinition>
    }
  | {
      readonly type: 'gone'
      /** In words: not there, not established, does not serve the version, replaced. */
      readonly reason: string
    }

/** How a custom resource is watched. */
export type WatchCustomResourceOptions = Pick<
  ReflectorOptions,
  'clock' | 'random' | 'watchErrorHandler' | 'backoff'
>

/**
 * Whether a custom resource is there, now and whenever that changes: starts and stops what watches it. The first
 * signal comes when it is known. A definition that was deleted and made anew is `gone` and then `established`, even
 * when the moment between was missed. One that is being deleted is there until it is gone: until then, its objects have
 * finalizers to be run.
 *
 * Cold; never completes. What goes wrong is tried again, and told to `watchErrorHandler`.
 */
export function watchCustomResource(
  client: ReflectorClient,
  resource: Resource,
  options: WatchCustomResourceOptions = {},
): Observable<CustomResourceSignal> {
  const states = watchObject(client, CustomResourceDefinition, definitionName(resource), options)
  return defer(() => {
    const fold = new SignalFold(resource.version)
    return states.pipe(mergeMap((definition) => fold.take(definition)))
  })
}

/** Emits once, why, when a custom resource is not there (any more), and completes: for `takeUntil`. */
export function customResourceGone$(
  client: ReflectorClient,
  resource: Resource,
  options?: WatchCustomResourceOptions,
): Observable<string> {
  return watchCustomResource(client, resource, options).pipe(
    first((signal) => signal.type === 'gone'),
    map(({ reason }) => reason),
  )
}

/** Makes signals of states. */
class SignalFold {
  readonly #version: string
  #told: CustomResourceSignal | undefined

  constructor(version: string) {
    this.#version = version
  }

  take(definition: Cached<CustomResourceDefinition> | undefined): readonly CustomResourceSignal[] {
    const lacking = unserved(definition, [this.#version])
    if (definition === undefined || lacking !== undefined) {
      return this.#told?.type === 'gone' ? [] : [this.#tell({ type: 'gone', reason: lacking ?? '' })]
    }
    const { uid = '' } = definition.metadata
    if (this.#told?.type !== 'established') return [this.#tell({ type: 'established', uid, definition })]
    if (this.#told.uid === uid) return []
    return [{ type: 'gone', reason: 'it was replaced' }, this.#tell({ type: 'established', uid, definition })]
  }

  #tell(signal: CustomResourceSignal): CustomResourceSignal {
    this.#told = signal
    return signal
  }
}
