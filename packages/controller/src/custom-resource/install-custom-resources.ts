import { isNotFound, type Client } from '@rxkube/client'
import { parseDuration, systemClock } from '@rxkube/clock'
import { CustomResourceDefinition } from '@rxkube/meta'
import type { Installable } from './custom-resource.ts'
import { StoredVersionsError } from './errors.ts'
import {
  established,
  gone,
  served,
  type CustomResourceClient,
  type Wanted,
  type WaitForCustomResourceOptions,
} from './wait-for-custom-resource.ts'

/** How custom resources are installed. */
export interface InstallCustomResourcesOptions extends WaitForCustomResourceOptions {
  /** Who owns the definitions; the client's own field manager unless told. */
  readonly fieldManager?: string | undefined
  /** Whether to take over fields that others own, such as an earlier `kubectl apply`; true unless told. */
  readonly force?: boolean | undefined
}

type InstallClient = CustomResourceClient & Pick<Client, 'apply' | 'get'>

/**
 * Puts definitions on the server, by server-side apply, and resolves with them as stored once all of them are
 * established and discovery serves every version. Those of an older program are upgraded; one that is being deleted is
 * waited for and made anew.
 *
 * Rejects with a StoredVersionsError before anything of that definition is changed, with a CustomResourceNotReadyError
 * that says what is lacking, with what the server refuses (an ApiError), with an AggregateError when several fail, and
 * with `signal.reason`.
 */
export async function installCustomResources(
  client: InstallClient,
  resources: readonly Installable[],
  options: InstallCustomResourcesOptions = {},
): Promise<readonly CustomResourceDefinition[]> {
  const { timeout = '1m', signal, clock = client.clock ?? systemClock } = options
  signal?.throwIfAborted()
  const deadline = clock.monotonic() + parseDuration(timeout)
  const installed = await Promise.allSettled(
    resources.map(({ crd }) => {
      const versions = crd.spec.versions.filter((each) => each.served).map(({ name }) => name)
      return install(client, crd, options, {
        name: crd.metadata.name ?? '',
        versions,
        deadline,
        clock,
        signal,
      })
    }),
  )
  signal?.throwIfAborted()
  const failures = installed.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  const [first, ...others] = failures
  if (others.length > 0) {
    const messages = failures.map((each) => (each instanceof Error ? each.message : String(each)))
    throw new AggregateError(failures, `custom resources could not be installed: ${messages.join('; ')}`)
  }
  if (failures.length > 0) throw first
  return installed.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}

async function install(
  client: InstallClient,
  crd: CustomResourceDefinition,
  { fieldManager, force = true }: InstallCustomResourcesOptions,
  wanted: Wanted,
): Promise<CustomResourceDefinition> {
  const { name, signal } = wanted
  const before = await current(client, name, signal)
  const { uid = '', deletionTimestamp } = before?.metadata ?? {}
  if (deletionTimestamp !== undefined) await gone(client, uid, wanted)
  else if (before !== undefined) refuseLosses(name, before, crd)
  await client.apply(CustomResourceDefinition, crd, { fieldManager, force, signal })
  const definition = await established(client, wanted)
  await served(client, crd.spec.group, crd.spec.names.plural, wanted)
  return definition as CustomResourceDefinition
}

async function current(
  client: InstallClient,
  name: string,
  signal: AbortSignal | undefined,
): Promise<CustomResourceDefinition | undefined> {
  try {
    return await client.get(CustomResourceDefinition, { name }, { signal })
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

function refuseLosses(name: string, before: CustomResourceDefinition, crd: CustomResourceDefinition): void {
  const kept = new Set(crd.spec.versions.map((version) => version.name))
  const missing = (before.status?.storedVersions ?? []).filter((version) => !kept.has(version))
  if (missing.length > 0) throw new StoredVersionsError(name, missing)
}
