import type * as clientNode from '@kubernetes/client-node'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { KubeConfigError } from '../errors/errors.ts'
import { clientNodeModule } from './client-node.ts'
import { loadUsers } from './user-entries.ts'

/** Where a kubeconfig comes from. */
export interface LoadKubeConfigOptions {
  /**
   * `default` (unless told): `$KUBECONFIG`, then `~/.kube/config`, then the pod's service account, as kubectl does;
   * `cluster`: the pod's service account alone.
   */
  readonly from?: 'default' | 'cluster' | undefined
  /** A kubeconfig file; `from` then does not count. */
  readonly file?: string | undefined
  /** The context to use instead of the file's current one. */
  readonly context?: string | undefined
}

/** Loads a kubeconfig. Rejects with a `KubeConfigError` that says what is missing, without what is in the file. */
export async function loadKubeConfig({
  from = 'default',
  file,
  context,
}: LoadKubeConfigOptions = {}): Promise<clientNode.KubeConfig> {
  const module = await clientNodeModule()
  let kubeConfig = new module.KubeConfig()
  try {
    const files = file !== undefined ? [file] : from === 'default' ? filesOfEnvironment() : []
    const [first, ...others] = files
    if (first !== undefined) {
      kubeConfig = await loadFile(first, module)
      for (const other of others) kubeConfig.mergeConfig(await loadFile(other, module))
    } else if (from === 'cluster') {
      if (!process.env['KUBERNETES_SERVICE_HOST']) {
        throw new KubeConfigError('not inside a cluster: KUBERNETES_SERVICE_HOST is not set')
      }
      kubeConfig.loadFromCluster()
    } else {
      kubeConfig.loadFromDefault()
    }
  } catch (error) {
    if (error instanceof KubeConfigError) throw error
    // A YAML parser quotes the lines it stumbles over, and those may hold a token.
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new KubeConfigError(
      `cannot load the kubeconfig${file === undefined ? '' : ` ${file}`}${code}: is it there, readable and YAML?`,
    )
  }
  if (context !== undefined) {
    if (!kubeConfig.getContextObject(context))
      throw new KubeConfigError(`the kubeconfig has no context "${context}"`)
    kubeConfig.setCurrentContext(context)
  }
  if (!kubeConfig.getCurrentCluster()) {
    throw new KubeConfigError('the kubeconfig has no current context, or its cluster is missing')
  }
  const user = kubeConfig.getContextObject(kubeConfig.getCurrentContext())?.user
  // Nobody is meant to become anonymous by a typing error.
  if (user && !kubeConfig.getUser(user)) throw new KubeConfigError(`the kubeconfig has no user "${user}"`)
  return kubeConfig
}

/** The files that kubectl would read; those of KUBECONFIG that are not there are left out, as kubectl does. */
function filesOfEnvironment(): string[] {
  const named = process.env['KUBECONFIG']
  if (!named) {
    const usual = join(homedir(), '.kube', 'config')
    return existsSync(usual) ? [usual] : []
  }
  const files = named.split(delimiter).filter((each) => each !== '')
  const there = files.filter((each) => existsSync(each))
  if (there.length === 0) throw new KubeConfigError(`there is no file at ${named}, which KUBECONFIG names`)
  return there
}

async function loadFile(file: string, module: typeof clientNode): Promise<clientNode.KubeConfig> {
  const directory = dirname(resolve(file))
  const kubeConfig = new module.KubeConfig()
  loadUsers(kubeConfig, await readFile(file, 'utf8'), directory, module)
  kubeConfig.makePathsAbsolute(directory)
  return kubeConfig
}
