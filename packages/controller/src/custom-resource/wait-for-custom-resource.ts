import type { Client } from '@rxkube/client'
import { parseDuration, sleep, systemClock, type Clock, type Duration } from '@rxkube/clock'
import { CustomResourceDefinition, type Cached, type Resource } from '@rxkube/meta'
import { awaitCondition } from '../await-condition/await-condition.ts'
import { ConditionNotMetError } from '../await-condition/condition-not-met-error.ts'
import { definitionSource } from './definition-source.ts'
import { conditionsOf, definitionName, lackingOf } from './definition-status.ts'
import { CustomResourceNotReadyError } from './errors.ts'

/** What of a client the waiting needs. */
export type CustomResourceClient = Pick<Client, 'listParts' | 'watch' | 'request'> &
  Partial<Pick<Client, 'clock' | 'random'>>

/** How long is waited for a custom resource. */
export interface WaitForCustomResourceOptions {
  /** One minute unless told; `Infinity` for ever. */
  readonly timeout?: Duration | undefined
  readonly signal?: AbortSignal | undefined
  /** The client's unless told. */
  readonly clock?: Clock | undefined
}

/** What has to be there, and until when. */
export interface Wanted {
  readonly name: string
  readonly versions: readonly string[]
  readonly deadline: number
  readonly clock: Clock
  readonly signal: AbortSignal | undefined
}

type Definition = Cached<CustomResourceDefinition>

const firstPause = 50
const longestPause = 1000

/**
 * Resolves when a custom resource is there: its definition is established, and discovery serves it. Watches; asks
 * again only for discovery, which cannot be watched. Any resource will do, also one by `defineResource`.
 *
 * Rejects with a CustomResourceNotReadyError, which says what is lacking, and with `signal.reason`.
 */
export async function waitForCustomResource(
  client: CustomResourceClient,
  resource: Resource,
  { timeout = '1m', signal, clock = client.clock ?? systemClock }: WaitForCustomResourceOptions = {},
): Promise<void> {
  const deadline = clock.monotonic() + parseDuration(timeout)
  const wanted = { name: definitionName(resource), versions: [resource.version], deadline, clock, signal }
  await established(client, wanted)
  await served(client, resource.group, resource.resource, wanted)
}

/** Resolves with a definition that is established and serves the versions. */
export async function established(client: CustomResourceClient, wanted: Wanted): Promise<Definition> {
  const { name, versions, clock, deadline, signal } = wanted
  const isEstablished = (definition: Definition | undefined): boolean =>
    lackingOf(definition, versions) === undefined
  const timeout = Math.max(0, deadline - clock.monotonic())
  try {
    const found = await awaitCondition(definitionSource(client, clock), { name }, isEstablished, {
      timeout,
      signal,
      clock,
    })
    return found as Definition
  } catch (error) {
    if (!(error instanceof ConditionNotMetError)) throw error
    throw notReady(name, versions, error as ConditionNotMetError<CustomResourceDefinition>)
  }
}

/** Resolves when the definition with this uid is gone. */
export async function gone(client: CustomResourceClient, uid: string, wanted: Wanted): Promise<void> {
  const { name, clock, deadline, signal } = wanted
  const isGone = (definition: Definition | undefined): boolean => definition?.metadata.uid !== uid
  const timeout = Math.max(0, deadline - clock.monotonic())
  try {
    await awaitCondition(definitionSource(client, clock), { name }, isGone, {
      timeout,
      signal,
      clock,
    })
  } catch (error) {
    if (!(error instanceof ConditionNotMetError)) throw error
    const conditions = conditionsOf(error.lastSeen as Definition | undefined)
    const lacking =
      'the one before it is still being deleted; its objects may have finalizers that nobody removes'
    throw new CustomResourceNotReadyError(name, lacking, conditions, { cause: error })
  }
}

/** Resolves when discovery lists the resource in all of the versions. */
export async function served(
  client: CustomResourceClient,
  group: string,
  resource: string,
  { name, versions, clock, deadline, signal }: Wanted,
): Promise<void> {
  let pause = firstPause
  for (const version of versions) {
    // oxlint-disable no-await-in-loop -- the server is asked again only after its answer
    for (;;) {
      const answer = await ask(client, `/apis/${group}/${version}`, resource, signal)
      if (answer.listed) break
      if (clock.monotonic() + pause > deadline) {
        const lacking = `discovery does not list ${resource} in ${group}/${version}`
        throw new CustomResourceNotReadyError(name, lacking, [], { cause: answer.cause })
      }
      await sleep(clock, pause, { signal })
      pause = Math.min(longestPause, pause * 2)
    }
    // oxlint-enable no-await-in-loop
  }
}

async function ask(
  client: CustomResourceClient,
  path: string,
  resource: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly listed: boolean; readonly cause?: unknown }> {
  try {
    const list = (await client.request({ path, signal })) as
      | { resources?: readonly { name?: string }[] }
      | undefined
    return { listed: list?.resources?.some(({ name }) => name === resource) === true }
  } catch (error) {
    signal?.throwIfAborted()
    return { listed: false, cause: error }
  }
}

function notReady(
  name: string,
  versions: readonly string[],
  failure: ConditionNotMetError<CustomResourceDefinition>,
): CustomResourceNotReadyError {
  const { lastSeen, wasSeen, cause } = failure
  const unheard =
    cause instanceof Error ? `it cannot be watched: ${cause.message}` : 'nothing was heard of it'
  const lacking = wasSeen ? (lackingOf(lastSeen, versions) ?? unheard) : unheard
  return new CustomResourceNotReadyError(name, lacking, conditionsOf(lastSeen), { cause: failure })
}
