import type { Contender } from '../measure/measurement.ts'

/** Who runs, by name; each loads its own modules, in its own process. */
export const contenders: ReadonlyMap<string, () => Promise<Contender>> = new Map<
  string,
  () => Promise<Contender>
>([
  ['rxkube WatchList', async () => new (await import('./rxkube.ts')).RxkubeInformer({ watchList: true })],
  ['rxkube LIST', async () => new (await import('./rxkube.ts')).RxkubeInformer({ watchList: false })],
  ['client-node', async () => new (await import('./client-node.ts')).ClientNodeInformer()],
  ['raw loop', async () => new (await import('./raw.ts')).RawLoop()],
])
