import type { Clock, Timer } from '@rxkube/clock'
import { connect, constants, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2'
import type { Socket } from 'node:net'
import { TransportError } from '../errors/transport-error.ts'

// With Node's 64 KiB windows a watch reaches half the speed it has with these.
const streamWindow = 16 * 1024 * 1024
const sessionWindow = 32 * 1024 * 1024
const settingsTimeout = 5000
const pingAfter = 30_000
const pingTimeout = 15_000

/** One HTTP/2 connection that notices when its peer is gone: PING after 30 s, given up 15 s later. */
export class Http2Session {
  /** Resolves when the server has told its limits, or did not within 5 s; never rejects. */
  readonly ready: Promise<void>
  readonly #session: ClientHttp2Session
  readonly #clock: Clock
  readonly #target: string
  #streams = 0
  #draining = false
  #isReady = false
  #timer: Timer | undefined
  #lastProof: number

  constructor(socket: Socket, target: string, clock: Clock, onEnd: (session: Http2Session) => void) {
    this.#clock = clock
    this.#target = target
    this.#lastProof = clock.monotonic()
    this.#session = connect(`http://${target}`, {
      createConnection: () => socket,
      settings: { initialWindowSize: streamWindow, enablePush: false },
    })
    const { promise: ready, resolve } = Promise.withResolvers<void>()
    this.ready = ready
    const begin = (): void => {
      this.#isReady = true
      patience.cancel()
      resolve()
    }
    const patience = clock.setTimer(settingsTimeout, begin)
    for (const event of ['remoteSettings', 'close']) this.#session.once(event, begin)
    this.#session.once('connect', () => this.#session.setLocalWindowSize(sessionWindow))
    this.#session.once('goaway', () => {
      this.#draining = true
    })
    this.#session.once('close', () => {
      this.#draining = true
      this.#timer?.cancel()
      onEnd(this)
    })
    // Each stream is told of it by its own error.
    this.#session.on('error', () => {
      this.#draining = true
    })
    this.#session.unref()
  }

  /** True once no request may begin here any more. */
  get closed(): boolean {
    return this.#draining || this.#session.closed || this.#session.destroyed
  }

  /** True while one more request may begin here. */
  get hasRoom(): boolean {
    const { maxConcurrentStreams = 100 } = this.#session.remoteSettings
    return this.#isReady && !this.closed && this.#streams < maxConcurrentStreams
  }

  /** True where the server's limit is no stream at all: one more connection would not help. */
  get allowsNone(): boolean {
    return !this.#session.destroyed && this.#session.remoteSettings.maxConcurrentStreams === 0
  }

  /** Begins a request; `endStream` where no body follows. */
  request(headers: Record<string, string | string[]>, endStream: boolean): ClientHttp2Stream {
    const stream = this.#session.request(headers, { endStream })
    if (this.#streams++ === 0) this.#wake()
    stream.once('close', () => {
      if (--this.#streams > 0) return
      this.#timer?.cancel()
      this.#timer = undefined
      if (!this.#session.destroyed) this.#session.unref()
    })
    return stream
  }

  /** Lets what is under way finish. */
  retire(): void {
    this.#draining = true
    this.#session.close()
  }

  destroy(reason: TransportError): void {
    this.#draining = true
    this.#timer?.cancel()
    this.#session.destroy(reason, constants.NGHTTP2_CANCEL)
  }

  #wake(): void {
    this.#session.ref()
    // A connection that nobody used for long may be dead: it proves itself at once.
    const silence = this.#clock.monotonic() - this.#lastProof
    this.#timer = this.#clock.setTimer(Math.max(0, pingAfter - silence), () => this.#ping())
  }

  #ping(): void {
    if (this.#session.closed) return
    this.#timer = this.#clock.setTimer(pingTimeout, () => {
      const what = `no answer to a PING within ${pingTimeout / 1000} s`
      this.destroy(new TransportError('reset', this.#target, what))
    })
    this.#session.ping((error) => {
      if (error !== null || this.#session.destroyed) return
      this.#timer?.cancel()
      this.#lastProof = this.#clock.monotonic()
      if (this.#streams > 0) this.#timer = this.#clock.setTimer(pingAfter, () => this.#ping())
    })
  }
}
