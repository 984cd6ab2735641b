import { join } from 'node:path'
import { env, stderr } from 'node:process'
import type { Plugin } from 'vitest/config'
import { mutate } from './mutant.ts'
import { mutants } from './mutants.ts'

/** What is written to stderr when a module was loaded with its behaviour taken out. */
export const mutantLoaded = 'rxkube-mutant: loaded'
/** What is written to stderr, with the reason behind it, when that gave no program. */
export const mutantBroken = 'rxkube-mutant: broken: '

/**
 * A Vite plugin that loads one module with a behaviour taken out: the mutant that the environment names by its place
 * in the list (`RXKUBE_MUTANT=3`). Without it nothing is changed.
 */
export function mutantPlugin(root: string): Plugin {
  const mutant = env['RXKUBE_MUTANT'] === undefined ? undefined : mutants[Number(env['RXKUBE_MUTANT'])]
  const path = mutant && join(root, mutant.file)
  return {
    name: 'rxkube-mutant',
    enforce: 'pre',
    configureVitest({ defineCacheKeyGenerator }) {
      // The cache goes by the file's text, which a mutant does not touch: it would serve either for the other.
      defineCacheKeyGenerator(({ id }) => (id.split('?')[0] === path ? false : undefined))
    },
    transform(code, id) {
      if (!mutant || id.split('?')[0] !== path) return undefined
      try {
        const mutated = mutate(mutant, code)
        this.parse(mutated, { lang: 'ts' })
        stderr.write(`${mutantLoaded}\n`)
        return mutated
      } catch (error) {
        stderr.write(`${mutantBroken}${error instanceof Error ? error.message : String(error)}\n`)
        throw error
      }
    },
  }
}
