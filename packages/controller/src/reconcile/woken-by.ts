import type { Cause } from '../cause.ts'

/** Whether nothing but the controller's own writes woke a request, as far as all causes are known. */
export function isByItself(causes: readonly Cause[], droppedCauses: number): boolean {
  const why = causes.filter(({ type }) => type !== 'caughtUp')
  return droppedCauses === 0 && why.length > 0 && why.every(({ own }) => own === true)
}

/** Whether somebody else had a part in it: not only own writes, and what the controller had wished for. */
export function isByOthers(causes: readonly Cause[]): boolean {
  return causes.some(({ type, own }) => own !== true && !wishes.has(type))
}

const wishes: ReadonlySet<Cause['type']> = new Set(['caughtUp', 'requeue', 'retry'])
