import { Client, HttpTransport, loadKubeConfig, type KubeConfigSource } from '@rxkube/client'
import { MeteredTransport } from '../operations/metered-transport.ts'
import type { ManagerMetrics } from '../operations/manager-metrics.ts'
import type { ProgramValues } from './program-manager.ts'

/** The client that the flags ask for; its requests are counted. Rejects with a `KubeConfigError`. */
export async function programClient(
  userAgent: string,
  values: ProgramValues,
  { registry }: ManagerMetrics,
): Promise<Client> {
  const { kubeconfig: file, master } = values
  const qps = values['kube-api-qps'] === 0 ? -1 : values['kube-api-qps']
  const options = { userAgent, qps, burst: values['kube-api-burst'] }
  if (master !== undefined && file === undefined) {
    const transport = new HttpTransport({ server: master })
    const host = URL.parse(master)?.host ?? master
    return new Client({ ...options, transport: new MeteredTransport(transport, { registry, host }) })
  }
  const kubeConfig = withServer(await loadKubeConfig({ file }), master)
  const host = URL.parse(kubeConfig.getCurrentCluster()?.server ?? '')?.host ?? ''
  return Client.fromKubeConfig(kubeConfig, {
    ...options,
    wrapTransport: (transport) => new MeteredTransport(transport, { registry, host }),
  })
}

function withServer(kubeConfig: KubeConfigSource, server: string | undefined): KubeConfigSource {
  if (server === undefined) return kubeConfig
  const cluster = kubeConfig.getCurrentCluster()
  return {
    getCurrentCluster: () => cluster && { ...cluster, server },
    getCurrentUser: () => kubeConfig.getCurrentUser(),
    applyToHTTPSOptions: (options) => kubeConfig.applyToHTTPSOptions(options),
  }
}
