export type { InitReason, ReflectorEvent } from './event.ts'
