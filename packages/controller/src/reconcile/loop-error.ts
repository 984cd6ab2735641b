/** A request wakes itself by what it writes, again and again: it is slowed down. */
export class ReconcileLoopError extends Error {
  override readonly name = 'ReconcileLoopError'
  readonly controller: string
  readonly request: string

  constructor(controller: string, request: string) {
    super(
      `${controller} works on "${request}" again and again because of its own writes, and is slowed down: ` +
        'write only what differs, and no times or counters that change by themselves',
    )
    this.controller = controller
    this.request = request
  }
}
