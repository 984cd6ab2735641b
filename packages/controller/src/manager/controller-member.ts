import type { Controller } from '../reconcile/controller.ts'
import type { Member } from './work-group.ts'

/** A controller as a member of its group; one that came late fills its queue itself. */
export function controllerMember(controller: Controller, isLate: boolean): Member {
  return {
    name: controller.name,
    work: async (signals) => {
      try {
        if (isLate) await controller.warmUp(signals.signal)
        await controller.work(signals)
      } catch (error) {
        // One that was removed before it had begun is no failure of the others.
        if (controller.status.phase !== 'stopped') throw error
      }
    },
  }
}
