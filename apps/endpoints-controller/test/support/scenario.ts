import { Service } from '@rxkube/meta'

import type { Cluster } from './cluster.ts'

/** One thing that happens to a cluster. */
export type Step = (cluster: Cluster) => Promise<unknown>

/** What a cluster's Services come to: Endpoints as `ready!notReady:ports`, slices as sorted endpoints. */
export type State = Record<string, { readonly endpoints: string[] | undefined; readonly slices: string[] }>

/**
 * Users, kubelets and others at work: three Services come, their pods turn ready, unready, terminating and go; ports,
 * labels and selectors change; one Service goes, one is made again.
 */
export const story: readonly Step[] = [
  (cluster) => cluster.service({}, { name: 'web' }),
  (cluster) => cluster.pods(3),
  (cluster) => cluster.service({ clusterIP: 'None' }, { name: 'headless', labels: { app: 'x' } }),
  (cluster) => cluster.ready(1, false),
  (cluster) => cluster.deletePod(2, 30),
  (cluster) => cluster.service({}, { name: 'short' }),
  (cluster) => cluster.change('web', withPort(9090)),
  (cluster) => cluster.deletePod(2),
  (cluster) => cluster.deleteService('headless'),
  (cluster) => cluster.pod(3),
  (cluster) => cluster.service({}, { name: 'headless' }),
  (cluster) => cluster.relabel(0, { foo: 'other' }),
  (cluster) => cluster.deleteService('short'),
]

/** Where the story ends, whatever went wrong in it. */
export const ending: State = {
  web: {
    endpoints: ['1.2.3.7!1.2.3.5:9090'],
    slices: ['1.2.3.5:9090 not ready', '1.2.3.7:9090'],
  },
  headless: {
    endpoints: ['1.2.3.7!1.2.3.5:8080'],
    slices: ['1.2.3.5:8080 not ready', '1.2.3.7:8080'],
  },
  short: { endpoints: undefined, slices: [] },
}

/** Where a cluster is. An endpoint that is in two slices is there twice. */
export async function stateOf(cluster: Cluster): Promise<State> {
  const state: State = {}
  for (const name of Object.keys(ending)) {
    const slices = (await cluster.slices(name)).flatMap(({ endpoints, ports }) =>
      (endpoints ?? []).map(({ addresses, conditions }) => {
        const port = ports?.map((each) => each.port).join(',') ?? ''
        return `${addresses.join(',')}:${port}${conditions?.ready === true ? '' : ' not ready'}`
      }),
    )
    const endpoints = (await cluster.endpoints(name)) ? await cluster.addresses(name) : undefined
    state[name] = { endpoints, slices: slices.toSorted((a, b) => (a < b ? -1 : 1)) }
  }
  return state
}

function withPort(targetPort: number): (service: Service) => Service {
  return (service) => ({
    ...service,
    spec: { ...service.spec, ports: [{ port: 80, targetPort, protocol: 'TCP' }] },
  })
}
