/** A request that was sent to a real API server, and what it answered. */
export interface Exchange {
  /** The area and the place in it: `05-list#12`. */
  readonly id: string
  /** What the recording says about it, or ''. */
  readonly title: string
  readonly method: string
  readonly path: string
  /** Header names are lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly status: number
  /** A list where a header came more than once. */
  readonly answerHeaders: Readonly<Record<string, string | readonly string[]>>
  /** The body as text; of a watch, one event a line. */
  readonly answer: string
  /** True when the recording holds only the beginning of the body. */
  readonly cut: boolean
  readonly watch: Watched | undefined
  /**
   * True of what was seen on the wire between a client and a server, of which bodies may be cut and objects unknown: then
   * the state is made such that the recorded answer is to be expected, and status, type and errors are compared.
   */
  readonly traffic?: boolean
  /** The columns of a table, those of a wide one with a star. */
  readonly columns?: readonly string[]
  /** The body is the text of these bytes, one character each. */
  readonly binary?: boolean
}

/** What was seen of a watch. */
interface Watched {
  /** Milliseconds after which each event came. */
  readonly at: readonly number[]
  /** Milliseconds after which the server ended it; undefined when the client left first. */
  readonly ended: number | undefined
}

/** The exchanges of one file of recordings. */
export interface Area {
  readonly name: string
  /** How many exchanges the recording holds, counted without reading them. */
  readonly present: number
  readonly exchanges: readonly Exchange[]
}
