import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { Client } from '../client.ts'
import { NoKindMatchError } from '../errors/errors.ts'
import type { CallOptions } from '../options.ts'
import { untilAborted } from '../http/until-aborted.ts'
import type { ApiResource, ApiResources } from './api-resource.ts'
import { discover } from './discover.ts'

/** Which group and version a name is looked for in; any unless told. */
export interface ResourceQuery extends CallOptions {
  readonly group?: string | undefined
  readonly version?: string | undefined
}

/**
 * Finds resources by what people call them: kind, plural, singular or short name. Asks the server when first needed, and
 * again for a name it does not know, since its CustomResourceDefinition may be new. client-go:
 * `restmapper.DeferredDiscoveryRESTMapper`.
 */
export class RESTMapper {
  readonly #client: Pick<Client, 'request'>
  #known: ApiResources | undefined
  #asking: Promise<ApiResources> | undefined

  constructor(client: Pick<Client, 'request'>) {
    this.#client = client
  }

  /** The preferred version of a resource, or the one asked for. Rejects with a `NoKindMatchError`. */
  async resourceFor<T extends KubernetesObject = KubernetesObject>(
    name: string,
    { group, version, signal }: ResourceQuery = {},
  ): Promise<Resource<T>> {
    const had = this.#known
    let known = had ?? (await this.refresh({ signal }))
    let found = find(known, name, group, version)
    if (!found && had) {
      known = await this.refresh({ signal })
      found = find(known, name, group, version)
    }
    if (!found) throw new NoKindMatchError(name, group, [...known.unavailable.keys()])
    const { group: itsGroup, version: itsVersion, kind, resource, namespaced } = found
    return { group: itsGroup, version: itsVersion, kind, resource, namespaced }
  }

  /** Everything the server serves, as last heard. */
  async resources(options: CallOptions = {}): Promise<ApiResources> {
    return this.#known ?? this.refresh(options)
  }

  /** Asks the server anew; calls at the same time share one answer. */
  async refresh({ signal }: CallOptions = {}): Promise<ApiResources> {
    signal?.throwIfAborted()
    // The shared question is nobody's to abort.
    this.#asking ??= discover(this.#client).finally(() => {
      this.#asking = undefined
    })
    this.#known = await untilAborted(this.#asking, signal)
    return this.#known
  }
}

function find(
  { resources }: ApiResources,
  name: string,
  group?: string,
  version?: string,
): ApiResource | undefined {
  const candidates = resources.filter(
    (each) =>
      (group === undefined || each.group === group) && (version === undefined || each.version === version),
  )
  const lower = name.toLowerCase()
  return (
    candidates.find((each) => each.kind === name) ??
    candidates.find((each) => each.resource === lower || `${each.resource}.${each.group}` === lower) ??
    candidates.find((each) => each.singular === lower || each.shortNames.includes(lower)) ??
    candidates.find((each) => each.kind.toLowerCase() === lower)
  )
}
