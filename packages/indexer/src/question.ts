import { namespaceIndex } from './index-func.ts'
import { namespaceOf, type Route } from './routes.ts'
import type { Selection } from './selection.ts'
import { matcher, parsed } from './selector.ts'
import type { Question } from './set-query.ts'
import type { World } from './world.ts'

/** A selection as a live query asks it, and the narrowest route on which it hears of every write it depends on. */
export function questionOf<T>(selection: Selection): { question: Question<T>; route: Route } {
  const { index, value = '', namespace = '' } = selection
  const keys = selection.keys === undefined ? undefined : new Set(selection.keys)
  const selected = matcher(selection.selector)
  const nothing = parsed(selection.selector)?.isNothing === true
  const route = routeOf(selection, keys)
  const belongs = (key: string, object: T, world: World<T>) =>
    (keys === undefined || keys.has(key)) &&
    (index === undefined || world.table(index).bucket(value).has(key)) &&
    (namespace === '' || namespaceOf(object) === namespace) &&
    selected(object)
  return { question: { belongs, candidates: (world) => (nothing ? [] : candidates(route, world)) }, route }
}

function routeOf(
  { index, value = '', namespace = '', selector }: Selection,
  keys?: ReadonlySet<string>,
): Route {
  if (parsed(selector)?.isNothing === true) return { by: 'keys', keys: new Set() }
  if (keys !== undefined) return { by: 'keys', keys }
  if (index !== undefined) return { by: 'index', index, value }
  return namespace === '' ? { by: 'all' } : { by: 'namespace', namespace }
}

function candidates<T>(route: Route, world: World<T>): Iterable<string> {
  if (route.by === 'keys') return route.keys
  if (route.by === 'index') return world.table(route.index).bucket(route.value)
  if (route.by === 'namespace' && world.isFiledByNamespace) {
    return world.table(namespaceIndex).bucket(route.namespace)
  }
  return world.items.keys()
}
