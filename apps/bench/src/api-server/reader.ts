import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ReaderMessage, ReaderRequest } from './http-reader.ts'

/** A client in a process of its own, so that only the server's work is measured here. */
export class Reader implements Disposable {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, 'http-reader.ts'))

  /** Sends what it is to do; resolves with what it says next. */
  async ask(request: ReaderRequest): Promise<ReaderMessage> {
    this.#child.send(request)
    return this.next()
  }

  async next(): Promise<ReaderMessage> {
    const [message] = (await once(this.#child, 'message')) as [ReaderMessage]
    return message
  }

  [Symbol.dispose](): void {
    this.#child.kill('SIGKILL')
  }
}
