/** A request that a command made. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly accept?: string
  readonly contentType?: string
  readonly body?: unknown
}

/**
 * The one normaliser: what differs between two runs of one command, at whatever server. Ages, times, uids, versions of
 * programs and of objects, addresses, temporary files, names with random endings, the padding that depends on them,
 * empty lines beyond the first, and white space at the end.
 */
export function normalOutput(text: string): string {
  return text
    .replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?( [+-]\d{4}|Z)?/g, '<time>')
    .replace(/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, '<time>')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uid>')
    .replace(/resourceVersion: "\d+"/g, 'resourceVersion: "<version>"')
    .replace(/(Resource Version: +)\d+/g, '$1<version>')
    .replace(/(Version: +)v\d+\.\d+\.\d+\S*/g, '$1<version>')
    .replace(/\b(gg|debugger)-[b-df-hj-np-tv-z2-9]{5}\b/g, '$1-<random>')
    .replace(/eyJ\S+/g, '<token>')
    .replace(/https?:\/\/127\.0\.0\.1:\d+/g, '<server>')
    .replace(/(?<=lookup \S+) on [\d.]+:53\b/g, '')
    .replace(/\/tmp\/(LIVE|MERGED)-\d+/g, '/tmp/$1')
    .replace(/(?<=[\s(])\d+[smhdy](\d+[smhdy])?(?=[\s)]|$)/gm, '<age>')
    .replace(/ {2,}/g, '  ')
    .replace(/-{2,}/g, '--')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
}

/** A request without what differs between two runs. */
export function normalExchange({ method, path, status, accept, contentType, body }: Exchange): Exchange {
  return {
    method,
    path: path
      .replace(/hash=[^&]+/, 'hash=<hash>')
      .replace(/timeoutSeconds=\d+/, 'timeoutSeconds=<n>')
      .replace(/resourceVersion=[1-9]\d*/, 'resourceVersion=<version>')
      .replace(/continue=[^&]+/, 'continue=<token>')
      .replace(/involvedObject\.uid%3D[0-9a-f]{8}-[0-9a-f-]{27}/, 'involvedObject.uid%3D<uid>')
      // kubectl makes selectors of maps: their order is another one each time.
      .replace(/(?<=fieldSelector=)[^&]+/, (selector) => selector.split('%2C').toSorted().join('%2C')),
    // What a cache revalidates is an answer to kubectl, whichever way it came.
    status: status === 304 ? 200 : status,
    ...(accept === undefined ? {} : { accept }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(body === undefined ? {} : { body: normalBody(body) }),
  }
}

function normalBody(body: unknown): unknown {
  const text = JSON.stringify(body)
    .replace(/"resourceVersion":"\d+"/g, '"resourceVersion":"<version>"')
    .replace(/("path":"\/metadata\/resourceVersion","value":)"\d+"/g, '$1"<version>"')
    .replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"<time>"')
    .replace(/"debugger-\w{5}"/g, '"debugger-<random>"')
  return JSON.parse(text)
}
