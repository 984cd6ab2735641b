import type { Cached, KubernetesObject } from '@rxkube/meta'

/** Who is told of events about objects: an event recorder, or a list in a test. Must not throw and not wait. */
export interface EventRecorderLike {
  recordEvent(
    object: Cached<KubernetesObject>,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ): void
}
