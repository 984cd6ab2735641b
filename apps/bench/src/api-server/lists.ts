import type { ApiServer } from '@rxkube/api-server'
import { measured, type Figure, type Sizes } from './figure.ts'
import { continueOf, readAll } from './read-all.ts'
import { seeded } from './seed.ts'

const views = [
  ['JSON', 'application/json'],
  ['Table', 'application/json;as=Table;g=meta.k8s.io;v=v1'],
  ['metadata', 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1'],
] as const

/** Lists of every pod, and of few among many, within the process. */
export async function lists({ pods }: Sizes): Promise<Figure[]> {
  await using server = await seeded(pods)
  const figures: Figure[] = []
  for (const [name, accept] of views) {
    figures.push(
      await measured(`list ${pods} pods as ${name}`, 'MB', async () =>
        megabytes(server, '/api/v1/pods', accept),
      ),
      await measured(`list ${pods} pods as ${name} in pages of 500`, 'MB', () => paged(server, accept)),
    )
  }
  const few = {
    'by spec.nodeName': 'fieldSelector=spec.nodeName%3Dnode-7',
    'by label': 'labelSelector=shard%3Dnope',
  }
  for (const [name, query] of Object.entries(few)) {
    figures.push(
      await measured(`list few of ${pods} pods ${name}, 10 times`, 'MB', async () => {
        let total = 0
        for (let turn = 0; turn < 10; turn++) total += await megabytes(server, `/api/v1/pods?${query}`)
        return total
      }),
    )
  }
  return figures
}

async function megabytes(server: ApiServer, path: string, accept?: string): Promise<number> {
  return (await readAll(server, path, accept)).bytes / 1e6
}

async function paged(server: ApiServer, accept: string): Promise<number> {
  let total = 0
  let token: string | undefined = ''
  while (token !== undefined) {
    const { bytes, head } = await readAll(server, `/api/v1/pods?limit=500&continue=${token}`, accept)
    total += bytes / 1e6
    token = continueOf(head)
  }
  return total
}
