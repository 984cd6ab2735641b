import type { ApiServer } from '@rxkube/api-server'

/** Watches within the process that count their bytes. */
export interface Watchers {
  /** Lines that all of them have seen. */
  lines(): number
  stop(): Promise<void>
}

/** Opens watches of pods, each with the query that it is given, and reads them. */
export async function watchers(
  server: ApiServer,
  count: number,
  query: (index: number) => string,
): Promise<Watchers> {
  let seen = 0
  const transport = server.transport()
  const reading: Promise<void>[] = []
  const version = server.resourceVersion
  for (let index = 0; index < count; index++) {
    const path = `/api/v1/pods?watch=true&resourceVersion=${version}&timeoutSeconds=3600&${query(index)}`
    const { body } = await transport.request({ method: 'GET', path, headers: {}, watch: true })
    reading.push(
      (async () => {
        // Many lines may come in one chunk; each ends the object it is of.
        for await (const chunk of body) {
          for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) seen++
        }
      })(),
    )
  }
  return {
    lines: () => seen,
    stop: async () => {
      server.closeWatches()
      await Promise.all(reading)
    },
  }
}
