import { DeltaFIFO, RealFIFO } from '@rxkube/delta-fifo'
import { passesQueue } from './support/queue-contract.ts'

passesQueue('an atomic RealFIFO', () => new RealFIFO())
passesQueue(
  'a RealFIFO that compares with the cache',
  (knownObjects) => new RealFIFO({ atomicEvents: false, knownObjects }),
)
passesQueue('a DeltaFIFO', (knownObjects) => new DeltaFIFO({ knownObjects }))
