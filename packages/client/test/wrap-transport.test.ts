import { Client, type KubeConfigSource, type Transport } from '@rxkube/client'
import { describe, expect, it } from 'vitest'

const kubeConfig: KubeConfigSource = {
  getCurrentCluster: () => ({ name: 'c', server: 'http://127.0.0.1:9', skipTLSVerify: false }),
  getCurrentUser: () => ({ name: 'u' }),
  applyToHTTPSOptions: () => Promise.resolve(),
}

describe('a client of a kubeconfig', () => {
  it('uses the transport that wrapTransport makes of the one to the cluster', async () => {
    const wrapped: Transport[] = []
    let closed = 0
    const client = Client.fromKubeConfig(kubeConfig, {
      wrapTransport: (transport) => {
        wrapped.push(transport)
        return {
          request: (request) => transport.request(request),
          close: () => {
            closed++
            return transport.close()
          },
          [Symbol.asyncDispose]: () => transport.close(),
        }
      },
    })
    expect(wrapped).toHaveLength(1)
    expect(client.transport).not.toBe(wrapped[0])
    await client.close()
    expect(closed).toBe(1)
  })
})
