/** One request as a transport sends it. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path and query, with a leading slash: `/api/v1/pods?watch=true`. */
  readonly path: string
  /** Header names are lower case; a list is sent as one header line each (`impersonate-group` is the one that needs it). */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body?: Uint8Array | string
  /** Ends the request, and the body while it is read; both then reject with `signal.reason`. */
  readonly signal?: AbortSignal
  /** A watch has no end of its own: it gets a connection or stream that calls do not wait for. */
  readonly watch?: boolean
}

/** A response whose headers have come. */
export interface TransportResponse {
  readonly status: number
  /** Header names are lower case; a header that came more than once has all its values in order. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** The bytes, read once. Leaving the iteration early frees the connection; not reading holds the server back. */
  readonly body: AsyncIterable<Uint8Array>
}

/** How requests reach an API server: HTTP, or a function call to one in this process. */
export interface Transport extends AsyncDisposable {
  request(request: TransportRequest): Promise<TransportResponse>
  /** Ends what is under way and closes every connection. */
  close(): Promise<void>
}
