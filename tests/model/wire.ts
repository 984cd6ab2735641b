import type { WatchEvent } from '@rxkube/client'
import { scriptStatus } from '@rxkube/testing'

/** A bookmark at this version, and whether it ends the initial events. */
export function bookmark(version: number, ends: boolean): WatchEvent<never> {
  const annotations = { 'k8s.io/initial-events-end': 'true' }
  const metadata = { resourceVersion: String(version), ...(ends && { annotations }) }
  return { type: 'BOOKMARK', object: { apiVersion: 'v1', kind: 'ConfigMap', metadata } }
}

/** What a decoder makes of a frame that it cannot read. */
export const undecodable: WatchEvent<never> = {
  type: 'ERROR',
  object: {
    ...scriptStatus(500),
    message: 'a frame could not be read',
    details: { causes: [{ reason: 'ClientWatchDecoding', message: 'no JSON' }] },
  },
}
