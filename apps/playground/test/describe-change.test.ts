import type { Deployment, Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { describeDeployment, describePod } from '../src/describe-change.ts'

const pod: Pod = {
  metadata: { name: 'web-0', namespace: 'default', labels: { app: 'web' } },
  spec: { nodeName: 'node-1', containers: [{ name: 'web' }] },
  status: { phase: 'Pending' },
}

const labels = { app: 'web' }
const deployment: Deployment = {
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas: 3,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  },
}

describe('a change as a line', () => {
  it('says where a new pod is and how it is', () => {
    const line = { type: 'added', kind: 'pod', name: 'default/web-0', detail: 'Pending on node-1' }
    expect(describePod('added', pod)).toEqual(line)
  })

  it('says what is different about a pod', () => {
    const running: Pod = { ...pod, status: { phase: 'Running' } }
    expect(describePod('updated', running, pod).detail).toBe('phase Pending → Running')
    const labelled: Pod = { ...pod, metadata: { ...pod.metadata, labels: { app: 'web', tier: 'front' } } }
    expect(describePod('updated', labelled, pod).detail).toBe('labels app=web → app=web,tier=front')
    expect(describePod('updated', pod, pod).detail).toBe('metadata only')
  })

  it('says what a deleted pod was', () => {
    expect(describePod('deleted', pod).detail).toBe('was Pending on node-1')
  })

  it('says what is different about a deployment', () => {
    const scaled: Deployment = {
      ...deployment,
      spec: { ...deployment.spec, replicas: 5 },
      status: { readyReplicas: 1 },
    }
    expect(describeDeployment('added', deployment).detail).toBe('0 of 3 ready, web:1')
    expect(describeDeployment('updated', scaled, deployment).detail).toBe('replicas 3 → 5, ready 0 → 1')
  })
})
