import type { Figure, Sizes } from './figure.ts'

/** What is measured of a server, by name; each loads its own modules, in its own process. */
export const measurements: ReadonlyMap<string, () => Promise<(sizes: Sizes) => Promise<Figure[]>>> = new Map([
  ['start', async () => (await import('./start.ts')).start],
  ['lists', async () => (await import('./lists.ts')).lists],
  ['http', async () => (await import('./http.ts')).http],
  ['watches', async () => (await import('./fan-out.ts')).fanOut],
  ['writes', async () => (await import('./writes.ts')).writes],
  ['memory', async () => (await import('./memory.ts')).memory],
])
