import type { ControllerDescriptor } from '@rxkube/controller'
import { setup, taintControllerName } from './taint-controller.ts'

/** The taint eviction controller, for programs. */
export const taintEvictionController: ControllerDescriptor = {
  name: taintControllerName,
  aliases: [],
  flags: {},
  setUp(manager, _, { onError }) {
    setup(manager, { onError })
  },
}
