import { enabledControllers, flagsText, UsageError } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { controllers } from '../src/index.ts'
import { valuesOf } from './cluster.ts'

const enabled = (list: string): string[] =>
  enabledControllers(controllers, valuesOf(`--controllers=${list}`).controllers).map(({ name }) => name)
const all = enabled('*')

describe('the controllers', () => {
  it('have the names that kube-controller-manager has for them', () => {
    expect(all.toSorted()).toEqual([
      'deployment-controller',
      'endpoints-controller',
      'endpointslice-controller',
      'node-lifecycle-controller',
      'replicaset-controller',
      'taint-eviction-controller',
    ])
  })

  it('have its aliases', () => {
    const aliases = controllers.flatMap((each) => each.aliases)
    expect(aliases.toSorted()).toEqual([
      'deployment',
      'endpoint',
      'endpointslice',
      'nodelifecycle',
      'replicaset',
    ])
    for (const alias of aliases) expect(enabled(alias)).toHaveLength(1)
    expect(enabled('endpoint')).toEqual(['endpoints-controller'])
  })

  it.for([
    { list: 'deployment-controller,replicaset', runs: ['replicaset-controller', 'deployment-controller'] },
    { list: '*,-deployment', runs: all.filter((name) => name !== 'deployment-controller') },
    { list: '-deployment-controller,*', runs: all.filter((name) => name !== 'deployment-controller') },
    // What is named first counts.
    { list: '*,deployment,-deployment', runs: all },
  ])('are chosen by --controllers=$list', ({ list, runs }) => {
    expect(enabled(list)).toEqual(runs)
  })

  it.for([
    { list: 'foo', says: '"foo" is not in the list of known controllers: endpoints-controller, ' },
    { list: '*,-foo', says: '"-foo" is not in the list of known controllers' },
    { list: '', says: '"" is not in the list' },
    { list: '-deployment', says: 'leaves no controller to run' },
  ])('are not chosen by --controllers=$list', ({ list, says }) => {
    expect(() => enabled(list)).toThrow(UsageError)
    expect(() => enabled(list)).toThrow(says)
  })

  it('may be listed by flags that are repeated', () => {
    const { controllers: list } = valuesOf('--controllers', '*', '--controllers', '-deployment')
    expect(list).toEqual(['*', '-deployment'])
  })
})

describe('the flags', () => {
  it("have kube-controller-manager's names and defaults", () => {
    expect(valuesOf()).toMatchObject({
      'kube-api-qps': 20,
      'kube-api-burst': 30,
      'leader-elect': true,
      'leader-elect-lease-duration': 15_000,
      'leader-elect-renew-deadline': 10_000,
      'leader-elect-retry-period': 2000,
      'leader-elect-resource-namespace': 'kube-system',
      'concurrent-deployment-syncs': 5,
      'concurrent-replicaset-syncs': 5,
      'concurrent-endpoint-syncs': 5,
      'concurrent-service-endpoint-syncs': 5,
      'max-endpoints-per-slice': 100,
      'node-monitor-period': 5000,
      'node-monitor-grace-period': 50_000,
      'node-startup-grace-period': 60_000,
      'node-eviction-rate': 0.1,
      'secondary-node-eviction-rate': 0.01,
      'unhealthy-zone-threshold': 0.55,
      'large-cluster-size-threshold': 50,
    })
  })

  it('do not take the lease of kube-controller-manager, which may run beside it', () => {
    expect(valuesOf()['leader-elect-resource-name']).toBe('rxkube-controller-manager')
  })

  it('are all told by --help', () => {
    const text = controllers.map(({ flags }) => flagsText(flags)).join('\n')
    for (const { flags } of controllers) {
      for (const name of Object.keys(flags)) expect(text).toContain(`  --${name} `)
    }
  })

  it.for([
    {
      args: ['--max-endpoints-per-slice=1001'],
      says: '--max-endpoints-per-slice takes a whole number from 1 to 1000, not "1001"',
    },
    { args: ['--concurrent-deployment-syncs=0'], says: 'takes a whole number of at least 1, not "0"' },
    {
      args: ['--node-monitor-period', 'soon'],
      says: '--node-monitor-period takes a duration such as 15s or 1m30s, not "soon"',
    },
    { args: ['--node-eviction-rate=-1'], says: 'takes a number that is not negative, not "-1"' },
    { args: ['--leader-elect=maybe'], says: '--leader-elect takes true or false, not "maybe"' },
    { args: ['--kubeconfig'], says: '--kubeconfig needs a value: --kubeconfig=FILE' },
    { args: ['--log-level=loud'], says: 'takes one of trace, debug, info' },
    { args: ['--leaderelect'], says: 'there is no flag --leaderelect: is --leader-elect meant?' },
    { args: ['deployment-controller'], says: 'there is no use for "deployment-controller"' },
  ])('say what is wrong with $args', ({ args, says }) => {
    expect(() => valuesOf(...args)).toThrow(UsageError)
    expect(() => valuesOf(...args)).toThrow(says)
  })

  it("are read in Go's way", () => {
    const values = valuesOf('--leader-elect=false', '-v=4', '--node-monitor-period', '1m30s')
    expect(values).toMatchObject({ 'leader-elect': false, v: 4, 'node-monitor-period': 90_000 })
  })
})
