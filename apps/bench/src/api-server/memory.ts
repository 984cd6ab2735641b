import { ApiServer } from '@rxkube/api-server'
import type { Pod } from '@rxkube/meta'
import { collectedHeap } from '../measure/meter.ts'
import type { Figure, Sizes } from './figure.ts'
import { newPod, PodWriter } from './pod-writer.ts'
import { seeded } from './seed.ts'

/** The heap that a stored pod takes: of one template, all different, and among as many as there are. */
export async function memory({ pods, events }: Sizes): Promise<Figure[]> {
  const few = Math.min(pods, events)
  await fillCaches()
  return [
    await perPod(`${few} pods of one template, created, with their history`, few, async (writer) => {
      await writer.createMany(0, few)
    }),
    await perPod(
      `${few} pods that have nothing in common, created, with their history`,
      few,
      async (writer) => {
        for (let at = 0; at < few; at++) await writer.create(strange(at))
      },
    ),
    await many(pods),
  ]
}

/** What is bounded for all servers together is no part of a pod: it is full before anything is weighed. */
async function fillCaches(): Promise<void> {
  await using server = new ApiServer({ controllers: [] })
  const writer = new PodWriter(server)
  await writer.createNamespaces()
  for (let at = 0; at < 600; at++) await writer.create(strange(at))
}

async function perPod(
  what: string,
  count: number,
  fill: (writer: PodWriter) => Promise<void>,
): Promise<Figure> {
  await using server = new ApiServer({ controllers: [] })
  const writer = new PodWriter(server)
  await writer.createNamespaces()
  const before = await collectedHeap()
  await fill(writer)
  return {
    what: `heap for each of ${what}`,
    amount: ((await collectedHeap()) - before) / count / 1000,
    unit: 'kB',
  }
}

async function many(pods: number): Promise<Figure> {
  const before = await collectedHeap()
  await using server = await seeded(pods)
  const after = await collectedHeap()
  if (server.resourceVersion === '') throw new Error('the server is gone')
  return {
    what: `heap for each of ${pods} pods of one template`,
    amount: (after - before) / pods / 1000,
    unit: 'kB',
  }
}

/** A pod of much the same size whose containers and labels no other has. */
function strange(index: number): Pod {
  const { metadata, spec } = newPod(index)
  const { managedFields: _managedFields, ...own } = metadata
  const containers = spec.containers.map((container, at) => ({
    ...container,
    name: `c${at}-${index}`,
    image: `${container.image}-${index}`,
    args: container.args?.map((each) => `${each}-${index}`) ?? [],
    env:
      container.env?.map(({ name }, each) => ({
        name: `${name}_${index}`,
        value: `value-${each}-${index}`,
      })) ?? [],
  }))
  const labels = Object.fromEntries(
    Object.entries(own.labels ?? {}).map(([key, value]) => [key, `${value}-${index}`]),
  )
  return { metadata: { ...own, labels }, spec: { ...spec, containers } }
}
