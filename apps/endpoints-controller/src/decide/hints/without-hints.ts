import { endpointsOf, hintAt, type Slice, withEndpoints } from '../slices/slice.ts'

/** Slices by what is done to them. */
export interface HintableSlices {
  readonly create: readonly Slice[]
  readonly update: readonly Slice[]
  readonly unchanged: readonly Slice[]
}

/** No hints anywhere; slices that have some are written. */
export function withoutHints({ create, update, unchanged }: HintableSlices): HintableSlices {
  const hinted = unchanged.filter((slice) => endpointsOf(slice).some(({ hints }) => hints))
  return {
    create: create.map(cleared),
    update: [...update, ...hinted].map(cleared),
    unchanged: unchanged.filter((slice) => !hinted.includes(slice)),
  }
}

function cleared(slice: Slice): Slice {
  const endpoints = endpointsOf(slice)
  if (!endpoints.some(({ hints }) => hints)) return slice
  return withEndpoints(
    slice,
    endpoints.map((endpoint) => hintAt(endpoint, undefined)),
  )
}
