import { isIPv6 } from 'node:net'

/** `IPv4` or `IPv6`, as Services and slices write it. */
export type IPFamily = 'IPv4' | 'IPv6'

/** The family of an address; an IPv4 address in IPv6 clothes (`::ffff:10.0.0.1`) is IPv4, as Go's net has it. */
export function ipFamilyOf(address: string | undefined): IPFamily {
  if (address === undefined || !isIPv6(address)) return 'IPv4'
  return /^(?:::|(?:0+:){5})ffff:\d+\.\d+\./i.test(address) ? 'IPv4' : 'IPv6'
}
