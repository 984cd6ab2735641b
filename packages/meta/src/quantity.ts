const nano = 1_000_000_000n

const units = new Map([
  ['n', 1n],
  ['u', 1000n],
  ['m', 1_000_000n],
  ['', nano],
  ['k', nano * 1000n],
  ['M', nano * 1000n ** 2n],
  ['G', nano * 1000n ** 3n],
  ['T', nano * 1000n ** 4n],
  ['P', nano * 1000n ** 5n],
  ['E', nano * 1000n ** 6n],
  ['Ki', nano * 1024n],
  ['Mi', nano * 1024n ** 2n],
  ['Gi', nano * 1024n ** 3n],
  ['Ti', nano * 1024n ** 4n],
  ['Pi', nano * 1024n ** 5n],
  ['Ei', nano * 1024n ** 6n],
])

const grammar = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,2})|(|[numkMGTPE]|[KMGTPE]i))$/

/**
 * A resource quantity (`500m`, `1Gi`, `1e3`) in billionths, rounded away from zero; undefined for what is none. Upstream:
 * `resource.Quantity`, which keeps no more digits either.
 */
export function nanoValue(quantity: unknown): bigint | undefined {
  const text = typeof quantity === 'number' ? String(quantity) : quantity
  const found = typeof text === 'string' ? grammar.exec(text) : undefined
  if (!found) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0', unit = ''] = found
  if (whole + fraction === '') return undefined
  const power = Number(exponent) - fraction.length
  const scaled = BigInt(whole + fraction) * (units.get(unit) ?? nano) * 10n ** BigInt(Math.max(0, power))
  const divisor = 10n ** BigInt(Math.max(0, -power))
  const value = (scaled + divisor - 1n) / divisor
  return sign === '-' ? -value : value
}
