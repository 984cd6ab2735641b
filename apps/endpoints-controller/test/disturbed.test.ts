import { env as environment } from 'node:process'

import { sieveCluster } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

import { Cluster, envOptions, type ClusterOptions } from './support/cluster.ts'
import { ending, stateOf, story } from './support/scenario.ts'

// One plan of five, or all of them when asked for.
const every = environment['RXKUBE_ALL_PLANS'] ? 1 : 5
const options: ClusterOptions = { maxEndpointsPerSlice: 2, server: ['garbage-collector'] }

describe('whatever goes wrong, the end is the same', () => {
  it('undisturbed, and a second pass of both controllers writes nothing', async () => {
    await using cluster = await Cluster.started(options)
    for (const step of story) await step(cluster)
    await cluster.env.advance('2m')
    expect(await stateOf(cluster)).toEqual(ending)
    cluster.writes()
    await cluster.start()
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
  })

  it(
    'E-3 E-16 E-17 S-14 killed at writes, without answers, on old views, cut off, and with slow watches',
    { timeout: 600_000 },
    async () => {
      let plans = 0
      const report = await sieveCluster({
        env: envOptions(options),
        setUp: (env) => new Cluster(options, env).node('node-1'),
        processes: { controllers: { main: (context) => new Cluster(options).controllers(context) } },
        steps: story.map((step) => (env) => step(new Cluster(options, env))),
        settle: '1m',
        outcome: (env) => stateOf(new Cluster(options, env)),
        only: () => plans++ % every === 0,
      })
      expect(report.findings).toEqual([])
      expect(report.outcome).toEqual(ending)
      expect(report.writes).toBeGreaterThan(30)
      expect([...report.plans.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
        'crashAfter',
        'crashBefore',
        'loseAnswer',
        'slow',
        'stale',
        'unobserved',
      ])
      console.log(`${plans} plans, of which tried:`, Object.fromEntries(report.plans))
    },
  )

  it('E-17 S-14 views that lag behind all the time', async () => {
    await using cluster = await Cluster.started({ ...options, updatesBatchPeriod: '1s' })
    using lag = cluster.env.faults.lag({ view: 'controllers' }, '250ms')
    for (const step of story) await step(cluster)
    await cluster.env.advance('2m')
    expect(await stateOf(cluster)).toEqual(ending)
    lag[Symbol.dispose]()
  })
})
