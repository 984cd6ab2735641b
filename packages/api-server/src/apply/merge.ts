import { getOwn, isObject, setOwn, type JsonObject } from '../codec/json.ts'
import type { FieldSet } from './field-set.ts'
import { fieldElement, type PathElement } from './path-element.ts'
import { childShape, deduced, itemElement, itemsOf, type Shape } from './shape.ts'

/**
 * Merges what is applied into what is there: maps and lists with keys item by item, everything else is replaced.
 * Neither argument is changed; undefined is absence. Upstream: TypedValue.Merge.
 */
export function merge(open: Shape, live: unknown, applied: unknown): unknown {
  if (applied === undefined) return live
  if (live === undefined && !isObject(applied) && !Array.isArray(applied)) return applied
  const shape = deduced(open, applied, live)
  if (shape.at === 'leaf' || (isHollow(live) && isHollow(applied))) return applied
  if (shape.at === 'list') {
    const list = mergeLists(shape, asList(live), asList(applied))
    return list.length === 0 ? undefined : list
  }
  const left = isObject(live) ? live : {}
  const right = isObject(applied) ? applied : {}
  const merged: JsonObject = {}
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const child = childShape(shape, key) ?? { at: 'any' }
    const value = merge(child, getOwn(left, key), getOwn(right, key))
    if (value !== undefined) setOwn(merged, key, value)
  }
  return Object.keys(merged).length === 0 ? undefined : merged
}

/** The order is the one of what is there, as far as the order of what is applied allows. */
function mergeLists(
  shape: Shape & { at: 'list' },
  live: readonly unknown[],
  applied: readonly unknown[],
): readonly unknown[] {
  const { of } = shape
  const elements = (list: readonly unknown[]) => list.map((item) => itemElement(shape, item) ?? '')
  const left = elements(live)
  const right = elements(applied)
  const inLive = itemsOf(shape, live)
  const inApplied = itemsOf(shape, applied)
  const shared = right.filter((element) => inLive.has(element))
  const done = new Set<PathElement>()
  const merged: unknown[] = []
  const put = (value: unknown): void => {
    if (value !== undefined) merged.push(value)
  }
  const combine = (element: PathElement): unknown => {
    const [item, ...more] = inLive.get(element) ?? []
    // Items that have the same key as another one are not merged with, but replaced.
    return merge(of, more.length > 0 ? undefined : item, inApplied.get(element)?.[0])
  }
  let nextShared = 0
  for (let l = 0, r = 0; l < left.length || r < right.length;) {
    const mine = left[l]
    const theirs = right[r]
    if (mine !== undefined && theirs !== undefined) {
      if (mine === theirs) {
        done.add(mine)
        put(combine(mine))
        l++
        r++
        nextShared++
        continue
      }
      // An item of both lists, but not the one whose turn it is.
      if (inApplied.has(mine) && nextShared < shared.length && shared[nextShared] !== mine) {
        l++
        continue
      }
    }
    if (mine !== undefined) {
      if (!inApplied.has(mine)) {
        put(live[l])
        l++
        continue
      }
      if (done.has(mine)) l++
    }
    if (theirs === undefined) continue
    done.add(theirs)
    put(combine(theirs))
    r++
    if (shared[nextShared] === theirs) nextShared++
  }
  return merged
}

/** A value without the paths of a set. What that leaves empty goes as well. Upstream: TypedValue.RemoveItems. */
export function withoutPaths(open: Shape, value: unknown, paths: FieldSet): unknown {
  const shape = deduced(open, value)
  if (paths.children.size === 0) return value
  if (shape.at === 'leaf') return Array.isArray(value) || isObject(value) ? undefined : value
  if (shape.at === 'list') {
    const kept: unknown[] = []
    for (const item of asList(value)) {
      const at = paths.at(itemElement(shape, item) ?? '')
      if (at.member) continue
      kept.push(at.isEmpty ? item : withoutPaths(shape.of, item, at))
    }
    return kept.length === 0 ? undefined : kept
  }
  if (!isObject(value)) return undefined
  const rest: JsonObject = {}
  for (const key of Object.keys(value)) {
    const at = paths.at(fieldElement(key))
    if (at.member) continue
    const child = childShape(shape, key) ?? { at: 'any' }
    const kept = at.isEmpty ? value[key] : withoutPaths(child, value[key], at)
    setOwn(rest, key, kept ?? null)
  }
  return Object.keys(rest).length === 0 ? undefined : rest
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isHollow(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}
