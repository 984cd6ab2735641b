/** A range of IPv4 addresses, as `10.0.0.0/16` writes it. */
export class AddressRange {
  readonly text: string
  /** How many addresses there are; services get neither the first nor the last one. */
  readonly size: number
  readonly #first: number

  /** Throws a RangeError for what is no such range. */
  constructor(text: string) {
    const [address = '', length = ''] = text.split('/')
    const first = numberOf(address)
    const bits = Number(length)
    if (first === undefined || !/^\d+$/.test(length) || bits > 28 || bits < 8) {
      throw new RangeError(
        `"${text}" is no range of service addresses: give an IPv4 one of /8 to /28, such as 10.0.0.0/16`,
      )
    }
    this.text = text
    this.size = 2 ** (32 - bits)
    this.#first = first - (first % this.size)
  }

  /** The address at a place in the range, from 0. */
  at(index: number): string {
    const number = this.#first + index
    return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')
  }

  has(address: string): boolean {
    const number = numberOf(address)
    return number !== undefined && number >= this.#first && number < this.#first + this.size
  }
}

function numberOf(address: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number)
  if (parts === undefined || parts.some((part) => part > 255)) return undefined
  return parts.reduce((number, part) => number * 256 + part, 0)
}
