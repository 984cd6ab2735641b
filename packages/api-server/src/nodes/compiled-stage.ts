import { InvalidDurationError, parseDuration, type Random } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import type { ApiObject } from '../codec/json.ts'
import {
  InvalidStageError,
  type Stage,
  type StageExpressionFrom,
  type StageMatchExpression,
  type StageNext,
} from './stage.ts'
import { stagePath, type StagePath } from './stage-path.ts'

/** A rule that is ready to be asked. */
export interface CompiledStage {
  readonly name: string
  readonly next: StageNext
  readonly immediateNextStage: boolean
  matches(object: ApiObject): boolean
  /** Undefined when the object says nothing readable of it and the rule has none. */
  weight(object: ApiObject): number
  /** In milliseconds. */
  delay(object: ApiObject, now: number, random: Random): number
}

/** Reads a rule. Throws an InvalidStageError. */
export function compileStage(stage: Stage): CompiledStage {
  const { metadata, spec } = stage
  const refuse = (why: string) => new InvalidStageError(metadata.name, why)
  const path = (text: string): StagePath => {
    try {
      return stagePath(text)
    } catch (error) {
      if (error instanceof SyntaxError) throw Object.assign(refuse(error.message), { cause: error })
      throw error
    }
  }
  const { next } = spec
  for (const template of [next.statusTemplate, ...(next.patches ?? []).map((each) => each.template)]) {
    if (typeof template === 'string') {
      throw refuse('its template is text; Go templates are not evaluated: give an object or a function')
    }
  }
  const { matchLabels = {}, matchAnnotations = {}, matchExpressions = [] } = spec.selector ?? {}
  const labels = Object.entries(matchLabels)
  const annotations = Object.entries(matchAnnotations)
  const expressions = matchExpressions.map((each) => requirement(each, path(each.key)))
  const {
    durationMilliseconds = 0,
    durationFrom,
    jitterDurationMilliseconds,
    jitterDurationFrom,
  } = spec.delay ?? {}
  const duration = typeof durationFrom === 'function' ? durationFrom : time(durationFrom, path)
  const jitter = time(jitterDurationFrom, path)
  const weightPath = spec.weightFrom === undefined ? undefined : path(spec.weightFrom.expressionFrom)
  return {
    name: metadata.name,
    next,
    immediateNextStage: spec.immediateNextStage === true,
    matches: (object) =>
      labels.every(([key, value]) => object.metadata.labels?.[key] === value) &&
      annotations.every(([key, value]) => object.metadata.annotations?.[key] === value) &&
      expressions.every((each) => each(object)),
    weight: (object) => {
      const [given] = weightPath?.(object) ?? []
      const weight = Number(given ?? spec.weight ?? 0)
      return weight > 0 ? weight : 0
    },
    delay: (object, now, random) => {
      const least = Math.max(0, duration(object, now) ?? durationMilliseconds)
      const most = jitter(object, now) ?? jitterDurationMilliseconds
      if (most === undefined) return least
      return most < least ? Math.max(0, most) : least + random.next() * (most - least)
    },
  }
}

function requirement(
  { operator, values = [] }: StageMatchExpression,
  path: StagePath,
): (object: ApiObject) => boolean {
  const wanted = new Set(values)
  const finds = (object: ApiObject) => path(object).some((value) => wanted.has(String(value)))
  switch (operator) {
    case 'In':
      return finds
    case 'NotIn':
      return (object) => !finds(object)
    case 'Exists':
      return (object) => path(object).length > 0
    case 'DoesNotExist':
    default:
      return (object) => path(object).length === 0
  }
}

/** Reads milliseconds from an object: a Go duration, or the time until an instant. */
function time(
  from: StageExpressionFrom | undefined,
  path: (text: string) => StagePath,
): (object: KubernetesObject, now: number) => number | undefined {
  if (from === undefined) return () => undefined
  const read = path(from.expressionFrom)
  return (object, now) => {
    const [value] = read(object)
    if (typeof value !== 'string' || value === '') return undefined
    if (/^\d{4}-/.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : Date.parse(value) - now
    try {
      return parseDuration(value)
    } catch (error) {
      if (error instanceof InvalidDurationError) return undefined
      throw error
    }
  }
}
