import { ApiServer } from '@rxkube/api-server'
import { measured, type Figure, type Sizes } from './figure.ts'
import { PodWriter } from './pod-writer.ts'
import { watchers } from './watchers.ts'

/** Creates and updates of pods of 7 kB: alone, and with watchers that want them or do not. */
export async function writes({ events, watchers: many }: Sizes): Promise<Figure[]> {
  await using server = new ApiServer()
  const writer = new PodWriter(server)
  await writer.createNamespaces()
  // The compiler has seen everything before it counts.
  await writer.createMany(0, 200)
  const create = measured('create pods', 'writes', async () => {
    await writer.createMany(200, events)
    return events
  })
  const figures = [await create]
  const update = async (): Promise<number> => {
    for (let turn = 0; turn < events; turn++) await writer.annotate(turn % 200, `${figures.length}-${turn}`)
    return events
  }
  figures.push(await measured('update pods, no watchers', 'writes', update))
  const elsewhere = await watchers(
    server,
    many * 5,
    (index) => `fieldSelector=spec.nodeName%3Dother-${index}`,
  )
  figures.push(await measured(`update pods, ${many * 5} watchers of other nodes`, 'writes', update))
  if (elsewhere.lines() > 0) throw new Error('a watcher of another node was told')
  await elsewhere.stop()
  const labelled = await watchers(server, many, (index) => `labelSelector=app%3Dother-${index}`)
  figures.push(await measured(`update pods, ${many} watchers of other labels`, 'writes', update))
  if (labelled.lines() > 0) throw new Error('a watcher of another label was told')
  await labelled.stop()
  const all = await watchers(server, many, () => '')
  figures.push(await measured(`update pods, ${many} watchers of all pods`, 'writes', update))
  await all.stop()
  return figures
}
