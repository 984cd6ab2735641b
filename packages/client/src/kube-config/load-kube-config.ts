import type * as clientNode from '@kubernetes/client-node'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { KubeConfigError } from '../errors/errors.ts'
import { clientNodeModule } from './client-node.ts'

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
  const kubeConfig = new module.KubeConfig()
  try {
    if (file !== undefined) {
      const text = await readFile(file, 'utf8')
      kubeConfig.loadFromString(withTokenFiles(text, dirname(resolve(file)), module))
      kubeConfig.makePathsAbsolute(dirname(resolve(file)))
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
  return kubeConfig
}

interface UserEntry {
  readonly user?: Record<string, unknown>
}

/** client-node does not know `tokenFile`; its provider for files of tokens is what the field means. */
function withTokenFiles(
  text: string,
  directory: string,
  { loadYaml, dumpYaml }: Pick<typeof clientNode, 'loadYaml' | 'dumpYaml'>,
): string {
  if (!text.includes('tokenFile')) return text
  const config = loadYaml<{ users?: readonly UserEntry[] }>(text)
  const users = config.users?.map((entry) => {
    const { tokenFile, token: _, ...user } = entry.user ?? {}
    if (typeof tokenFile !== 'string') return entry
    const provider = { name: 'tokenFile', config: { tokenFile: resolve(directory, tokenFile) } }
    return { ...entry, user: { ...user, 'auth-provider': provider } }
  })
  return dumpYaml({ ...config, users })
}
