/** A way in which the embedded server answers differently on purpose. */
export interface Deliberate {
  readonly reason: string
  /** The exchanges, and which of their differences are meant: any other counts. */
  readonly exchanges: ReadonlyMap<string, RegExp>
}

const body = /^body/

/** Everything that is meant to differ; docs/api-server/conformance.md explains each. */
export const deliberate: readonly Deliberate[] = [
  {
    reason: 'has checks of its own: there are no hooks that run after the start',
    exchanges: new Map([['01-nonresource#8', body]]),
  },
  {
    reason: 'has metrics of its own',
    exchanges: new Map([['01-nonresource#11', body]]),
  },
  {
    reason: 'has no OpenAPI v2 beyond its head: kubectl needs it up to 1.28 only',
    exchanges: new Map([['01-nonresource#12', body]]),
  },
  {
    reason:
      'has OpenAPI v3 without prose: documents, and with them the hashes in their addresses, are others',
    exchanges: new Map([['01-nonresource#13', body]]),
  },
  {
    reason: 'answers JSON where a client takes both JSON and protobuf',
    exchanges: new Map([
      ['03-content-types#8', /^content-type|^\[\d\]/],
      ['03-content-types#24', /^content-type|^\[\d\]/],
    ]),
  },
  {
    reason: 'does not mount the certificate that the recorded distribution adds to every pod',
    exchanges: new Map([['23-serviceaccount-admission#2', /sources\[3\]|^body/]]),
  },
  {
    reason:
      'lets only service accounts look up how their tokens are checked, unlike the recorded distribution',
    exchanges: new Map([['15-subresources#53', /^\.status\.nonResourceRules/]]),
  },
  {
    reason: 'opens no streams to containers, of which there are none: exec and attach say so',
    exchanges: new Map([
      ['kubectl/81-exec#2', /^status/],
      ['kubectl/c7-attach#2', /^status/],
    ]),
  },
]

const byExchange = new Map(
  deliberate.flatMap(({ reason, exchanges }) =>
    [...exchanges].map(([id, differences]) => [id, { reason, differences }] as const),
  ),
)

/** What of an exchange is meant to differ; undefined for nothing. */
export function deliberateOf(
  id: string,
): { readonly reason: string; readonly differences: RegExp } | undefined {
  return byExchange.get(id)
}

/** What all recorded tables have and ours do not; it is taken out of both before they are compared. */
export const noDescriptions =
  'columns, and objects that are there from the start, have no recorded descriptions'
