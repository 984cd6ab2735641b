export type { Clock, Random, Timer } from './clock.ts'
