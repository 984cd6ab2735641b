export { setup, type DeploymentControllerOptions } from './deployment-controller.ts'
export { deploymentController } from './descriptor.ts'
