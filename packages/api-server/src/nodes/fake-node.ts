/** What a fake node can be told. */
export interface FakeNodeControl {
  isRunning(name: string): boolean
  start(name: string): void
  stop(name: string): void
  remove(name: string): void
}

/** One fake node: a kubelet that can be stopped as a machine that lost its power, and started again. */
export class FakeNode {
  /** The name of its Node object. */
  readonly name: string
  readonly #control: FakeNodeControl

  constructor(name: string, control: FakeNodeControl) {
    this.name = name
    this.#control = control
  }

  /** Whether it heartbeats and looks after its pods. */
  get running(): boolean {
    return this.#control.isRunning(this.name)
  }

  /** Goes on: reports at once that it is ready, and takes up its pods where they were. */
  start(): void {
    this.#control.start(this.name)
  }

  /** Falls silent: no lease is renewed, no status written, and nothing happens to its pods. */
  stop(): void {
    this.#control.stop(this.name)
  }

  /** Deletes its Node object, and with it the node. Its pods stay until somebody deletes them. */
  remove(): void {
    this.#control.remove(this.name)
  }
}
