import type { ApiServer } from '@rxkube/api-server'

/** Asks for a path within the process and reads the whole answer. Resolves with its bytes and its beginning. */
export async function readAll(
  server: ApiServer,
  path: string,
  accept = 'application/json',
): Promise<{ readonly bytes: number; readonly head: string }> {
  const response = await server.transport().request({ method: 'GET', path, headers: { accept } })
  let bytes = 0
  let head = ''
  for await (const chunk of response.body) {
    if (bytes === 0) head = Buffer.from(chunk).toString('latin1', 0, 500)
    bytes += chunk.length
  }
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${head}`)
  return { bytes, head }
}

/** The token that a page of a list ends with. */
export function continueOf(head: string): string | undefined {
  return /"continue":"([^"]+)"/.exec(head)?.[1]
}
