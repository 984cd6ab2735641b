import { DeltaFIFO, RealFIFO } from '@rxkube/delta-fifo'
import { passesQueue } from '@rxkube/testing'
import { describe, it } from 'vitest'

describe('the contract of queues', () => {
  passesQueue(it, 'an atomic RealFIFO', () => new RealFIFO())
  passesQueue(
    it,
    'a RealFIFO that compares with the cache',
    (knownObjects) => new RealFIFO({ atomicEvents: false, knownObjects }),
  )
  passesQueue(it, 'a DeltaFIFO', (knownObjects) => new DeltaFIFO({ knownObjects }))
})
