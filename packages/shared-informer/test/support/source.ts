import { FakeControllerSource } from '@rxkube/client/testing'
import { TestClock } from '@rxkube/clock'
import type { Thing } from './deltas.ts'

export function sourceOf(...names: string[]): { clock: TestClock; source: FakeControllerSource<Thing> } {
  const clock = new TestClock()
  const source = new FakeControllerSource<Thing>({
    apiVersion: 'v1',
    kind: 'Pod',
    description: 'things',
    clock,
  })
  for (const name of names) source.add(fresh(name))
  return { clock, source }
}

/** An object as a client creates it. */
export const fresh = (name: string, node = ''): Thing => ({ metadata: { name }, node })
