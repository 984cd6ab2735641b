export type { Delta, Deltas, PopProcess, Queue, Replacement } from './queue.ts'
