import type { Clock } from '@rxkube/clock'
import { readFile } from 'node:fs/promises'
import { KubeConfigError } from '../errors/errors.ts'
import type { TlsMaterial } from '../http/endpoint.ts'

/** Where TLS material comes from: files, which are read again, or PEM itself. */
export interface TlsSources {
  readonly ca?: string | Buffer | undefined
  readonly cert?: string | Buffer | undefined
  readonly key?: string | Buffer | undefined
  readonly caFile?: string | undefined
  readonly certFile?: string | undefined
  readonly keyFile?: string | undefined
  readonly servername?: string | undefined
  readonly insecureSkipVerify?: boolean | undefined
}

const rereadAfter = 5 * 60_000

/** TLS material that follows its files within five minutes, and at once when asked to. */
export class TlsFiles {
  readonly #sources: TlsSources
  readonly #clock: Clock
  #material: TlsMaterial | undefined
  #readAt = -Infinity
  #reading: Promise<TlsMaterial> | undefined

  constructor(sources: TlsSources, clock: Clock) {
    this.#sources = sources
    this.#clock = clock
  }

  /** The same object until a file's content changes. Throws a `KubeConfigError` when a file was never readable. */
  async get(): Promise<TlsMaterial> {
    const fresh = this.#clock.monotonic() - this.#readAt < rereadAfter
    return fresh && this.#material ? this.#material : this.#read()
  }

  /** Reads the files now; true when anything changed. */
  async refresh(): Promise<boolean> {
    const before = this.#material
    return (await this.#read()) !== before
  }

  #read(): Promise<TlsMaterial> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #readOnce(): Promise<TlsMaterial> {
    const { servername, insecureSkipVerify } = this.#sources
    const [ca, cert, key] = await Promise.all([this.#one('ca'), this.#one('cert'), this.#one('key')])
    const read = {
      ...(ca !== undefined && { ca }),
      ...(cert !== undefined && { cert }),
      ...(key !== undefined && { key }),
      ...(servername !== undefined && { servername }),
      ...(insecureSkipVerify === true && { insecureSkipVerify }),
    }
    if (!this.#material || !same(this.#material, read)) this.#material = read
    this.#readAt = this.#clock.monotonic()
    return this.#material
  }

  /** A file that is empty or unreadable for a moment counts as unchanged. */
  async #one(what: 'ca' | 'cert' | 'key'): Promise<string | Buffer | undefined> {
    const path = this.#sources[`${what}File`]
    if (path === undefined) return this.#sources[what]
    try {
      const pem = await readFile(path)
      if (pem.length > 0) return pem
    } catch (error) {
      if (!this.#material) throw new KubeConfigError(`cannot read ${path}, which the kubeconfig names`, error)
    }
    return this.#material?.[what]
  }
}

function same(one: TlsMaterial, other: TlsMaterial): boolean {
  return (['ca', 'cert', 'key'] as const).every((what) => text(one[what]) === text(other[what]))
}

function text(pem: string | Buffer | undefined): string | undefined {
  return pem?.toString()
}
