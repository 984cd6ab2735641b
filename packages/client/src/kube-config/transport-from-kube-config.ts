import { systemClock } from '@rxkube/clock'
import { KubeConfigCredentials, type KubeConfigSource } from '../credentials/kube-config-credentials.ts'
import { KubeConfigError } from '../errors/errors.ts'
import { HttpTransport, type HttpTransportOptions } from '../http/http-transport.ts'

/** How a kubeconfig's cluster is reached. */
export interface KubeConfigTransportOptions extends Omit<HttpTransportOptions, 'server' | 'credentials'> {
  /** Run the program that the kubeconfig names for a credential; false unless told. */
  readonly allowExec?: boolean | undefined
  /** Milliseconds for that program; 60 s unless told. */
  readonly execTimeout?: number | undefined
}

/** A transport to the cluster of a kubeconfig's current context. Throws a `KubeConfigError`. */
export function transportFromKubeConfig(
  kubeConfig: KubeConfigSource,
  { allowExec = false, execTimeout = 60_000, ...options }: KubeConfigTransportOptions = {},
): HttpTransport {
  const cluster = kubeConfig.getCurrentCluster()
  if (!cluster) throw new KubeConfigError('the kubeconfig has no current context, or its cluster is missing')
  const { clock = systemClock, proxy = cluster.proxyUrl || undefined } = options
  const credentials = new KubeConfigCredentials(kubeConfig, { clock, allowExec, execTimeout })
  try {
    return new HttpTransport({ ...options, server: cluster.server, credentials, clock, proxy })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new KubeConfigError(`the kubeconfig's server cannot be used: ${error.message}`)
  }
}
