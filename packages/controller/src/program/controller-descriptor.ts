import type { Manager } from '../manager/manager.ts'
import type { Flags, FlagValues } from './flag.ts'
import { UsageError } from './parse-flags.ts'

/** What a controller that is set up is given besides its flags. */
export interface DescriptorParts {
  /** To be told of what went wrong and is tried again by itself. */
  readonly onError: (error: unknown) => void
}

/** A controller as programs know it: by name, with flags. kube-controller-manager: `ControllerDescriptor`. */
export interface ControllerDescriptor<F extends Flags = Flags> {
  readonly name: string
  /** Older names, which `--controllers` takes as well. */
  readonly aliases: readonly string[]
  readonly flags: F
  /** Puts it into a manager. */
  setUp(manager: Manager, values: FlagValues<F>, parts: DescriptorParts): void
}

/**
 * Which of the controllers a list such as `*,-foo` asks for; what is named first counts. Throws a `UsageError` for a name
 * that is not known, and when none is left.
 */
export function enabledControllers(
  all: readonly ControllerDescriptor[],
  list: readonly string[],
): readonly ControllerDescriptor[] {
  const names = new Map(all.flatMap((each) => [each.name, ...each.aliases].map((name) => [name, each.name])))
  const enabled = new Map<string, boolean>()
  let others = false
  for (const word of list) {
    if (word === '*') {
      others = true
      continue
    }
    const name = names.get(word.replace(/^-/, ''))
    if (name === undefined) {
      const known = all.map((each) => each.name).join(', ')
      throw new UsageError(`--controllers: "${word}" is not in the list of known controllers: ${known}`)
    }
    if (!enabled.has(name)) enabled.set(name, !word.startsWith('-'))
  }
  const wanted = all.filter(({ name }) => enabled.get(name) ?? others)
  if (wanted.length === 0) throw new UsageError(`--controllers=${list.join(',')} leaves no controller to run`)
  return wanted
}
