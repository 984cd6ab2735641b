import type { Act, Scenery } from './scenery.ts'
import { budget, merge, pods, post, remove, running, spec } from './scenery-steps.ts'

/** What the recording of subresources does not show. */
export const subresourcesScenery: Scenery = {
  configuration: { authorize: 'rbac' },
  before: new Map<number, readonly Act[]>([
    [
      1,
      [
        post('/apis/apps/v1/namespaces/sub/deployments', {
          metadata: { name: 'd' },
          spec: {
            replicas: 2,
            selector: {
              matchLabels: { a: 'b' },
              matchExpressions: [{ key: 'z', operator: 'NotIn', values: ['q'] }],
            },
            template: {
              metadata: { labels: { a: 'b' } },
              spec: { containers: [{ name: 'c', image: 'nginx:1' }] },
            },
          },
        }),
        merge('/apis/apps/v1/namespaces/sub/deployments/d/status', { status: { replicas: 2 } }),
      ],
    ],
    [
      15,
      [
        post(
          pods,
          { metadata: { name: 'b1', labels: { app: 'x' } }, spec },
          { metadata: { uid: '4518d924-cf06-47d5-820a-a8770f972329' } },
        ),
        post(pods, { metadata: { name: 'b2', labels: { app: 'x' } }, spec }),
        post(
          pods,
          { metadata: { name: 'b3', labels: { app: 'x' } }, spec },
          { metadata: { uid: 'efc47622-d621-4e50-ae2e-18be382596a3' } },
        ),
        post(pods, { metadata: { name: 'b5' }, spec: { ...spec, schedulingGates: [{ name: 'a/b' }] } }),
      ],
    ],
    [25, [remove(`${pods}/b3`)]],
    [27, ['e1', 'e2', 'e3', 'e4'].flatMap((name) => running(name))],
    [
      31,
      [
        budget({
          observedGeneration: 1,
          disruptionsAllowed: 0,
          currentHealthy: 2,
          desiredHealthy: 2,
          expectedPods: 2,
        }),
      ],
    ],
    [
      32,
      [
        budget({
          observedGeneration: 1,
          disruptionsAllowed: 1,
          currentHealthy: 3,
          desiredHealthy: 2,
          expectedPods: 3,
        }),
      ],
    ],
    [37, [budget({ disruptionsAllowed: 5 })]],
    [42, [post(pods, { metadata: { name: 'e9', labels: { app: 'ev' } }, spec })]],
    [44, running('e10')],
    [50, [post('/api/v1/namespaces/sub/serviceaccounts', { metadata: { name: 'sa1' } })]],
    [
      58,
      [
        // Of the nodes that other recordings left behind, one had lost its first taint.
        post(
          '/api/v1/nodes',
          {
            metadata: { name: 'wn' },
            spec: { podCIDR: '10.1.0.0/24', podCIDRs: ['10.1.0.0/24'], unschedulable: true },
            status: { conditions: [{ type: 'Ready', status: 'True' }] },
          },
          { metadata: { uid: '6e047e0a-8c09-407c-86b3-eb7e9aac4939' } },
        ),
        merge('/api/v1/nodes/wn', {
          metadata: { managedFields: [{}] },
          spec: { taints: [{ key: 'a', effect: 'NoExecute' }] },
        }),
      ],
    ],
  ]),
}
