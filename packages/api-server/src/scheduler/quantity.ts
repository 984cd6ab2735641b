const units = new Map([
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
])

/** A quantity in thousandths, rounded up; what is none counts as nothing. Upstream: Quantity.MilliValue. */
export function milliValue(quantity: unknown): number {
  const text = typeof quantity === 'number' ? String(quantity) : typeof quantity === 'string' ? quantity : ''
  const [, number = '', exponent, unit = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+)|([a-zA-Z]*))$/.exec(text) ?? []
  const factor = units.get(unit)
  if (number === '' || factor === undefined) return 0
  const value = Number(number) * factor * 10 ** Number(exponent ?? 0) * 1000
  // 0.1 * 1000 is not quite 100 in binary.
  return Math.ceil(Number(value.toPrecision(15)))
}
