/** Thrown when a range has no more addresses to give. */
export class AddressesExhaustedError extends Error {
  override readonly name = 'AddressesExhaustedError'
  readonly range: string

  constructor(range: string) {
    super(`no address is left in ${range}`)
    this.range = range
  }
}

/** A range of IPv4 addresses. */
export interface AddressRange {
  /** The first address, as a number. */
  readonly first: number
  readonly size: number
}

/** Reads `10.1.0.0/24`; undefined for what is no IPv4 range. */
export function addressRange(cidr: string): AddressRange | undefined {
  const [address = '', bits = ''] = cidr.split('/')
  const first = addressNumber(address)
  const length = Number(bits)
  if (first === undefined || !/^\d{1,2}$/.test(bits) || length > 32) return undefined
  const size = 2 ** (32 - length)
  return { first: first - (first % size), size }
}

export function cidrOf({ first, size }: AddressRange): string {
  return `${addressText(first)}/${32 - Math.log2(size)}`
}

function addressNumber(text: string): number | undefined {
  const parts = text.split('.').map(Number)
  if (parts.length !== 4 || !parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256))
    return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}

/** Hands out equal parts of a range, one after another; a part that came back is handed out again. */
export class RangePool {
  readonly #range: AddressRange
  readonly #taken = new Set<number>()
  readonly #free = new Map<number, AddressRange[]>()
  #next = 0

  constructor(range: AddressRange) {
    this.#range = range
  }

  /** A part of `size` addresses, a power of two. Throws an AddressesExhaustedError. */
  take(size: number): AddressRange {
    const again = this.#free.get(size)?.pop()
    if (again !== undefined && !this.#overlaps(again)) return this.#mark(again)
    for (;;) {
      const offset = Math.ceil(this.#next / size) * size
      if (offset + size > this.#range.size) throw new AddressesExhaustedError(cidrOf(this.#range))
      this.#next = offset + size
      const part = { first: this.#range.first + offset, size }
      if (!this.#overlaps(part)) return this.#mark(part)
    }
  }

  /** Notes a part that somebody chose by himself. */
  reserve(part: AddressRange): void {
    this.#mark(part)
  }

  give(part: AddressRange): void {
    for (let at = part.first; at < part.first + part.size; at += blockSize)
      this.#taken.delete(Math.floor(at / blockSize))
    const { first, size } = this.#range
    if (part.first < first || part.first + part.size > first + size) return
    const free = this.#free.get(part.size) ?? []
    this.#free.set(part.size, free)
    free.push(part)
  }

  #mark(part: AddressRange): AddressRange {
    for (let at = part.first; at < part.first + part.size; at += blockSize)
      this.#taken.add(Math.floor(at / blockSize))
    return part
  }

  #overlaps({ first, size }: AddressRange): boolean {
    for (let at = first; at < first + size; at += blockSize) {
      if (this.#taken.has(Math.floor(at / blockSize))) return true
    }
    return false
  }
}

// Parts are noted in steps of this: none is smaller.
const blockSize = 16

/** Hands out the addresses of one range, each to one taker; the first and the last are nobody's. */
export class AddressPool {
  readonly #range: AddressRange
  readonly #taken = new Set<number>()
  #next = 1

  constructor(range: AddressRange) {
    this.#range = range
  }

  /** Throws an AddressesExhaustedError when every address is taken. */
  take(): string {
    const usable = this.#range.size - 2
    if (this.#taken.size >= usable) throw new AddressesExhaustedError(cidrOf(this.#range))
    for (;;) {
      const offset = this.#next
      this.#next = (this.#next % usable) + 1
      const address = this.#range.first + offset
      if (this.#taken.has(address)) continue
      this.#taken.add(address)
      return addressText(address)
    }
  }

  reserve(address: string): void {
    const offset = (addressNumber(address) ?? 0) - this.#range.first
    if (offset > 0 && offset < this.#range.size - 1) this.#taken.add(this.#range.first + offset)
  }

  give(address: string): void {
    const number = addressNumber(address)
    if (number !== undefined) this.#taken.delete(number)
  }
}
