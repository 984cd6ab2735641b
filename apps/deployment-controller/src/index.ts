export { setup, type DeploymentControllerOptions } from './deployment-controller.ts'
