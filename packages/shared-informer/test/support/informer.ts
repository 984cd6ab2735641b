import { FakeControllerSource, type FakeControllerSourceOptions } from '@rxkube/client/testing'
import { TestClock } from '@rxkube/clock'
import type { Cached, KubernetesObject } from '@rxkube/meta'
import {
  SharedInformer,
  type ResourceEventHandler,
  type SharedInformerOptions,
} from '@rxkube/shared-informer'

/** A pod as small as informers need it. */
export interface TestPod extends KubernetesObject {
  spec?: { nodeName?: string; value?: number }
}

export function podOf(name: string, spec: TestPod['spec'] = {}, namespace = 'default'): TestPod {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace }, spec }
}

export interface SetUpOptions extends SharedInformerOptions<TestPod> {
  readonly source?: FakeControllerSourceOptions<TestPod>
  /** Names of the pods that are there at the start. */
  readonly pods?: readonly string[]
}

/** A server with pods, a clock and an informer of it. */
export function setUp({ source: sourceOptions, pods = [], ...options }: SetUpOptions = {}) {
  const clock = new TestClock()
  const source = new FakeControllerSource<TestPod>({
    apiVersion: 'v1',
    kind: 'Pod',
    description: 'pods',
    clock,
    ...sourceOptions,
  })
  for (const name of pods) source.add(podOf(name))
  const informer = new SharedInformer<TestPod>(source, { clock, random: clock.random, ...options })
  return { clock, source, informer }
}

/** Starts an informer and waits until it has settled. */
export async function started(setup: ReturnType<typeof setUp>) {
  setup.informer.start()
  await setup.clock.settle()
  return setup
}

/** Writes down each call as text: `added a initial`, `updated a 1->2 sync`, `deleted a unknown`. */
export function recorder(log: string[] = []): ResourceEventHandler<TestPod> & { readonly log: string[] } {
  return {
    log,
    added: (object, { initial }) => void log.push(`added ${nameOf(object)}${initial ? ' initial' : ''}`),
    updated: (before, object, { sync, replaced }) => {
      const versions = `${versionOf(before)}->${versionOf(object)}`
      log.push(`updated ${nameOf(object)} ${versions}${sync ? ' sync' : ''}${replaced ? ' replaced' : ''}`)
    },
    deleted: (object, { key, finalStateUnknown }) =>
      void log.push(`deleted ${nameOf(object) || key}${finalStateUnknown ? ' unknown' : ''}`),
  }
}

export function nameOf(object: Cached<KubernetesObject>): string {
  return object.metadata?.name ?? ''
}

export function versionOf(object: Cached<KubernetesObject>): string {
  return object.metadata?.resourceVersion ?? ''
}

/** A call that goes on until it is let go. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { closed: promise, open: resolve }
}

/** Does something in each turn of the event loop until `until` resolves, without keeping a TestClock busy. */
export async function eachTurn(until: Promise<void>, act: () => void): Promise<void> {
  const over = new AbortController()
  const waiting = until.finally(() => over.abort())
  while (!over.signal.aborted) {
    act()
    await new Promise((resolve) => setImmediate(resolve))
  }
  await waiting
}
