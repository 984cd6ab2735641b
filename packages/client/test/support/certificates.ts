import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A certificate and its key, as PEM. */
export interface Pair {
  readonly cert: string
  readonly key: string
}

/** A folder that is removed when it is disposed of. */
export class Folder implements AsyncDisposable {
  readonly path = mkdtempSync(join(tmpdir(), 'rxkube-'))

  at(name: string): string {
    return join(this.path, name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true })
  }
}

/** A throw-away certificate authority, made with openssl. */
export class Authority {
  readonly #folder: Folder
  readonly #name: string
  #count = 0

  constructor(folder: Folder, name: string) {
    this.#folder = folder
    this.#name = name
    this.#make(name, ['-addext', 'basicConstraints=critical,CA:TRUE'])
  }

  get cert(): string {
    return readFileSync(this.#folder.at(`${this.#name}.pem`), 'utf8')
  }

  /** A certificate for a name; for 127.0.0.1 too. */
  issue(name: string): Pair {
    const file = `${this.#name}-${this.#count++}`
    const { path } = this.#folder
    const signer = ['-CA', join(path, `${this.#name}.pem`), '-CAkey', join(path, `${this.#name}.key`)]
    this.#make(file, ['-addext', `subjectAltName=DNS:${name},IP:127.0.0.1`, ...signer], name)
    return {
      cert: readFileSync(join(path, `${file}.pem`), 'utf8'),
      key: readFileSync(join(path, `${file}.key`), 'utf8'),
    }
  }

  #make(file: string, more: readonly string[], name = file): void {
    const { path } = this.#folder
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
    const out = [
      '-subj',
      `/CN=${name}`,
      '-keyout',
      join(path, `${file}.key`),
      '-out',
      join(path, `${file}.pem`),
    ]
    execFileSync('openssl', ['req', '-x509', ...curve, ...out, ...more], { stdio: 'ignore' })
  }
}
