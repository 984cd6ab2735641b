import { FakeControllerSource, type FakeControllerSourceOptions } from '@rxkube/client/testing'
import { seededRandom, TestClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { SharedInformer, type SharedInformerOptions } from '@rxkube/shared-informer'
import { Recorder } from './recorder.ts'

/** An object for the model server; its uid is its name. */
export function pod(name: string, node = 'n1'): KubernetesObject {
  return { metadata: { name, namespace: 'default', uid: name, labels: { node } } }
}

/** An informer on the model server, on virtual time; versions begin at 10. */
export class ModelledInformer implements AsyncDisposable {
  readonly clock = new TestClock()
  readonly source: FakeControllerSource
  readonly informer: SharedInformer<KubernetesObject, string>
  readonly recorder = new Recorder()
  readonly errors: Error[] = []

  constructor(
    options: SharedInformerOptions = {},
    source: FakeControllerSourceOptions<KubernetesObject> = {},
  ) {
    this.source = new FakeControllerSource({
      clock: this.clock,
      resourceVersion: 10,
      watchListUnsupported: true,
      ...source,
    })
    this.informer = new SharedInformer<KubernetesObject, string>(this.source, {
      clock: this.clock,
      random: seededRandom(1),
      ...options,
    })
    this.informer.error$.subscribe((error) => this.errors.push(error))
  }

  /** Starts the informer with the recorder on it, and lets the first population come. */
  async start(...names: string[]): Promise<this> {
    for (const name of names) this.source.add(pod(name))
    this.informer.addEventHandler(this.recorder)
    this.informer.start()
    await this.clock.advance('1s')
    return this
  }

  /** What the recorder was told. */
  get log(): readonly string[] {
    return this.recorder.log
  }

  get keys(): readonly string[] {
    return this.informer.indexer.listKeys().toSorted()
  }

  count(verb: 'list' | 'watch'): number {
    return this.source.requests.filter((request) => request.verb === verb).length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.recorder.release()
    const stopping = this.informer.stop()
    await this.clock.advance('1m')
    await stopping
  }
}
