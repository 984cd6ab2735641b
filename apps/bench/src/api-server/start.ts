import { measured, type Figure } from './figure.ts'

/** From nothing to a server that listens. What it imports is loaded here for the first time in this process. */
export async function start(): Promise<Figure[]> {
  const figures: Figure[] = []
  let imported: typeof import('@rxkube/api-server') | undefined
  figures.push(
    await measured('import @rxkube/api-server', 'modules', async () => {
      imported = await import('@rxkube/api-server')
      return 1
    }),
  )
  if (imported === undefined) return figures
  const { ApiServer } = imported
  const servers: InstanceType<typeof ApiServer>[] = []
  const begin = async (): Promise<number> => {
    const server = new ApiServer()
    servers.push(server)
    await server.listen()
    return 1
  }
  figures.push(await measured('make a server and listen, the first', 'servers', begin))
  figures.push(await measured('make a server and listen, the second', 'servers', begin))
  for (const server of servers) await server.close()
  return figures
}
