import { readFile, rename, rm, writeFile } from 'node:fs/promises'

/** The first line of a file that may be written again. */
const mark = '# Written by rxkube-api-server, which may write it again.\n'

/** Thrown when a file is somebody else's. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError'
  readonly file: string

  constructor(file: string) {
    super(`${file} was not written by rxkube-api-server and is left as it is`)
    this.file = file
  }
}

/**
 * Writes a kubeconfig for its owner alone to read, whole or not at all. Rejects with a ForeignFileError rather than
 * replace a file that was not written here, and with Node's error when it cannot write.
 */
export async function writeKubeconfig(file: string, yaml: string): Promise<void> {
  const before = await contents(file)
  if (before !== undefined && before !== '' && !before.startsWith(mark)) throw new ForeignFileError(file)
  const draft = `${file}.${process.pid}.new`
  try {
    await writeFile(draft, mark + yaml, { mode: 0o600, flag: 'wx' })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function contents(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
