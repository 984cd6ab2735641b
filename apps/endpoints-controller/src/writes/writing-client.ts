import type { ReconcileClient } from '@rxkube/controller'

/** The calls that these controllers make. */
export type WritingClient = Pick<ReconcileClient, 'create' | 'update' | 'delete'>
