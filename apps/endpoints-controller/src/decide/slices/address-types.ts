import type { Cached, Service } from '@rxkube/meta'

import { ipFamilyOf } from '../pods/ip-family.ts'
import { isHeadless } from '../services.ts'
import type { AddressType } from './slice.ts'

/** The families that a Service has slices of. One that no server has defaulted yet tells by its IP; headless, it has both. */
export function addressTypesOf(service: Cached<Service>): readonly AddressType[] {
  const families = (service.spec?.ipFamilies ?? []).filter(
    (family): family is AddressType => family === 'IPv4' || family === 'IPv6',
  )
  if (families.length > 0) return [...new Set(families)]
  return isHeadless(service) ? ['IPv4', 'IPv6'] : [ipFamilyOf(service.spec?.clusterIP)]
}
