import { join } from 'node:path'
import { env } from 'node:process'
import { mutants } from './mutants.ts'

/**
 * A Vite plugin that loads one module with a behaviour taken out: the mutant that the environment names by its place
 * in the list (`RXKUBE_MUTANT=3`). Without it nothing is changed.
 */
export function mutantPlugin(root: string): {
  name: string
  enforce: 'pre'
  transform: (code: string, id: string) => string | undefined
} {
  const mutant = env['RXKUBE_MUTANT'] === undefined ? undefined : mutants[Number(env['RXKUBE_MUTANT'])]
  const file = mutant && join(root, mutant.file)
  return {
    name: 'rxkube-mutant',
    enforce: 'pre',
    transform(code, id) {
      if (!mutant || id.split('?')[0] !== file) return undefined
      const parts = code.split(mutant.find)
      if (parts.length !== 2)
        throw new Error(
          `mutant ${mutant.row}: its text stands ${parts.length - 1} times in ${mutant.file}, not once`,
        )
      return parts.join(mutant.replace)
    },
  }
}
