import type { Cached, Service } from '@rxkube/meta'

import { topologyAwareHintsAnnotation, topologyModeAnnotation } from '../../well-known.ts'
import type { AddressType } from '../slices/slice.ts'
import type { CpuRatios } from './cpu-ratios.ts'
import { preferClose } from './prefer-close.ts'
import { forAddressType, zoneHints, type Hinted } from './zone-hints.ts'
import { withoutHints, type HintableSlices } from './without-hints.ts'

/** What hints by zone depend on. */
export interface Topology {
  readonly ratios: CpuRatios | undefined
  /** Whether the Service had hints by zone at its last sync. */
  readonly populated: boolean
}

/** How a Service asks for hints. */
export type HintsMode = 'Auto' | 'PreferClose' | 'none'

/** What a Service asks for; its annotations win over `trafficDistribution`. */
export function hintsModeOf({ metadata, spec }: Cached<Service>): HintsMode {
  const { annotations } = metadata
  const mode = annotations?.[topologyAwareHintsAnnotation] ?? annotations?.[topologyModeAnnotation]
  if (mode === 'Auto' || mode === 'auto') return 'Auto'
  return spec?.trafficDistribution === 'PreferClose' ? 'PreferClose' : 'none'
}

/** Slices with the hints that the Service asks for, or without. */
export function planHints(
  service: Cached<Service>,
  addressType: AddressType,
  slices: HintableSlices,
  { ratios, populated }: Topology,
): Hinted {
  const mode = hintsModeOf(service)
  if (mode === 'Auto') return zoneHints(slices, ratios, { populated, addressType })
  const hinted = mode === 'PreferClose' ? preferClose(slices) : withoutHints(slices)
  if (!populated) return { ...hinted, hints: undefined, events: [] }
  const message = forAddressType('Topology Aware Hints has been disabled', addressType)
  return {
    ...hinted,
    hints: undefined,
    events: [{ type: 'Warning', reason: 'TopologyAwareHintsDisabled', message }],
  }
}
