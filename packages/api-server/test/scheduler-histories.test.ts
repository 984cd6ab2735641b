import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'
import { pods, podsOf, status } from './support/pods.ts'

const cpus = [200, 500, 900] as const
const capacity = 1000

type Step =
  | { readonly do: 'run'; readonly cpu: number; readonly tolerates: boolean }
  | { readonly do: 'delete' | 'cordon' | 'uncordon' | 'taint' | 'remove' | 'add'; readonly which: number }
  | { readonly do: 'wait'; readonly seconds: number }

const which = fc.nat({ max: 5 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('run' as const),
      cpu: fc.constantFrom(...cpus),
      tolerates: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('delete', 'cordon', 'uncordon', 'taint', 'remove', 'add'),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat({ max: 20 }) }) },
)

interface PodSpec {
  readonly nodeName?: string
  readonly containers: readonly { readonly resources: { readonly requests: { readonly cpu: string } } }[]
  readonly tolerations?: readonly { readonly key?: string }[]
}
interface NodeSpec {
  readonly unschedulable?: boolean
  readonly taints?: readonly { readonly key: string }[]
}

const cpuOf = ({ containers: [first] }: PodSpec) => Number(first?.resources.requests.cpu.replace('m', ''))
const tolerates = ({ tolerations = [] }: PodSpec) => tolerations.some(({ key }) => key === 'k')

async function play(api: Api, server: ApiServer, clock: TestClock, steps: readonly Step[]): Promise<void> {
  for (const [at, each] of steps.entries()) {
    if (each.do === 'wait') await clock.advance(each.seconds * 1000)
    else if (each.do === 'run') {
      const containers = [{ name: 'c', image: 'a', resources: { requests: { cpu: `${each.cpu}m` } } }]
      const tolerations = each.tolerates ? [{ key: 'k', operator: 'Exists' }] : []
      await api.post(pods, { metadata: { name: `p${at}` }, spec: { containers, tolerations } })
    } else if (each.do === 'delete') {
      const there = await podsOf(api)
      const name = there[each.which % Math.max(1, there.length)]?.metadata?.name
      if (name !== undefined) await api.delete(`${pods}/${name}`)
    } else {
      const path = `/api/v1/nodes/n${each.which}`
      if (each.do === 'remove') server.nodes.get(`n${each.which}`)?.remove()
      else if (each.do === 'add')
        server.nodes.add({ name: `n${each.which}`, capacity: { cpu: `${capacity}m` } })
      else if (each.do === 'taint')
        await api.merge(path, { spec: { taints: [{ key: 'k', effect: 'NoSchedule' }] } })
      else await api.merge(path, { spec: { unschedulable: each.do === 'cordon' ? true : null } })
    }
  }
}

it('after any history no node is promised twice, and no pod waits that fits somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const clock = new TestClock()
      const nodes = ['n0', 'n1', 'n2'].map((name) => ({ name, capacity: { cpu: `${capacity}m` } }))
      await using server = new ApiServer({ clock, random: clock.random, nodes, compactionInterval: 0 })
      const api = new Api(server.transport())
      await play(api, server, clock, steps)
      // Longer than the longest back-off, and than pods take to go.
      await clock.advance('2m')
      const used = new Map<string, number>()
      const waiting: PodSpec[] = []
      for (const pod of await podsOf(api)) {
        const spec = pod['spec'] as PodSpec
        if (spec.nodeName === undefined) waiting.push(spec)
        else if (status(pod)['phase'] === 'Running')
          used.set(spec.nodeName, (used.get(spec.nodeName) ?? 0) + cpuOf(spec))
      }
      for (const { metadata, spec } of (await api.get('/api/v1/nodes')).body.items) {
        const { unschedulable, taints = [] } = spec as NodeSpec
        const free = capacity - (used.get(metadata?.name ?? '') ?? 0)
        expect(free).toBeGreaterThanOrEqual(0)
        if (unschedulable === true) continue
        const fitting = waiting.filter((pod) => cpuOf(pod) <= free && (taints.length === 0 || tolerates(pod)))
        expect(fitting).toEqual([])
      }
    }),
    { numRuns: 30, seed: 7 },
  )
}, 60_000)
