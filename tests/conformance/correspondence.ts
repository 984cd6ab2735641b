const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

type Json = Readonly<Record<string, unknown>>

/** Which uid, version, token and generated name of this run stands for which one of the recording. */
export class Correspondence {
  readonly #names = new Map<string, string>()
  readonly #tokens = new Map<string, string>()
  readonly #versions = new Map<number, string>()
  readonly #etags = new Map<string, string>()

  /** Learns from two bodies that mean the same. */
  learn(recorded: unknown, actual: unknown): void {
    if (Array.isArray(recorded) && Array.isArray(actual)) {
      for (const [at, each] of recorded.entries()) this.learn(each, actual[at])
      return
    }
    if (!isJson(recorded) || !isJson(actual)) return
    const generated = recorded['generateName'] !== undefined
    for (const [key, value] of Object.entries(recorded)) {
      const here = actual[key]
      if (typeof value !== 'string' || typeof here !== 'string') this.learn(value, here)
      else if (key === 'uid' || (key === 'name' && generated)) this.#names.set(value, here)
      else if (key === 'continue') this.#tokens.set(value, here)
      else if (key === 'resourceVersion' && !this.#versions.has(Number(value))) {
        this.#versions.set(Number(value), here)
      }
    }
  }

  /** Learns what stands for the tag of a document. */
  learnTag(recorded: unknown, actual: unknown): void {
    if (typeof recorded === 'string' && typeof actual === 'string') this.#etags.set(recorded, actual)
  }

  /** The headers of a recorded request as this run has to send them. */
  headers(recorded: Readonly<Record<string, string>>): Record<string, string> {
    const tag = recorded['if-none-match']
    if (tag === undefined) return { ...recorded }
    return { ...recorded, 'if-none-match': this.#etags.get(tag) ?? tag }
  }

  /** The version of this run for one of the recording; for one that was never seen, of the last one before it. */
  version(recorded: string): string {
    const number = Number(recorded)
    const exact = this.#versions.get(number)
    if (exact !== undefined) return exact
    const known = [...this.#versions.keys()].toSorted((a, b) => a - b)
    const nearest = known.findLast((each) => each <= number)
    // Versions that are made up (1, 999999999) stay as they are.
    if (nearest === undefined || number > 1_000_000) return recorded
    return this.#versions.get(nearest) ?? recorded
  }

  /** Whether a version was learned, and as what. */
  learned(recorded: string): string | undefined {
    return this.#versions.get(Number(recorded))
  }

  /** A path or a body of the recording as this run has to send it. */
  translate(text: string): string {
    let result = text.replaceAll(uuid, (each) => this.#names.get(each) ?? each)
    result = result.replaceAll(
      /(resourceVersion"\s*:\s*"|resourceVersion=)(\d+)/g,
      (_all, head: string, version: string) => head + this.version(version),
    )
    return result.replaceAll(
      /continue=([^&]+)/g,
      (_all, token: string) => `continue=${encodeURIComponent(this.#token(decodeURIComponent(token)))}`,
    )
  }

  /** A path in which generated names are those of this run. */
  path(path: string): string {
    const segments = path.split('/').map((each) => this.#names.get(each) ?? each)
    return this.translate(segments.join('/'))
  }

  #token(token: string): string {
    const known = this.#tokens.get(token)
    if (known !== undefined) return known
    try {
      const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
      if (!isJson(value) || typeof value['rv'] !== 'number' || value['rv'] < 2) return token
      const rv = Number(this.version(String(value['rv'])))
      return Buffer.from(JSON.stringify({ ...value, rv })).toString('base64url')
    } catch (error) {
      if (error instanceof SyntaxError) return token
      throw error
    }
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
