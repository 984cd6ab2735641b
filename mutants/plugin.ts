import { join } from 'node:path'
import { env, stderr } from 'node:process'
import type { Plugin } from 'vitest/config'
import { mutate, type Mutant } from './mutant.ts'

/** The variable of the environment that holds a mutant, as JSON. */
export const mutantVariable = 'RXKUBE_MUTANT'
/** What is written to stderr when a module was loaded with its behaviour taken out. */
export const mutantLoaded = 'rxkube-mutant: loaded'
/** What is written to stderr, with the reason behind it, when that gave no program. */
export const mutantBroken = 'rxkube-mutant: broken: '

/**
 * A Vite plugin that loads one module with a behaviour taken out, as the mutant in the environment says. Without one
 * nothing is changed.
 */
export function mutantPlugin(root: string): Plugin {
  const text = env[mutantVariable]
  const mutant = text === undefined ? undefined : (JSON.parse(text) as Mutant)
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
