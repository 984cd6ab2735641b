import { labelKeyProblem, labelValueProblem } from './label-syntax.ts'

/** How a requirement compares: the API's four operators, and the text grammar's `<` and `>`. */
export type LabelOperator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt'

/** One condition of a label selector. `values` is empty for Exists and DoesNotExist. */
export interface LabelRequirement {
  readonly key: string
  readonly operator: LabelOperator
  readonly values: readonly string[]
}

/** The labels of an object. */
export type Labels = Readonly<Record<string, string>>

const integer = /^[0-9]+$/

/** What is wrong with a requirement, or nothing. */
export function requirementProblem({ key, operator, values }: LabelRequirement): string | undefined {
  return (
    labelKeyProblem(key) ??
    countProblem(key, operator, values) ??
    values.map(labelValueProblem).find((problem) => problem !== undefined)
  )
}

function countProblem(key: string, operator: LabelOperator, values: readonly string[]): string | undefined {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length > 0 ? undefined : `operator ${operator} of "${key}" needs at least one value`
    case 'Exists':
    case 'DoesNotExist':
      return values.length === 0 ? undefined : `operator ${operator} of "${key}" takes no values`
    case 'Gt':
    case 'Lt':
      return values.length === 1 && integer.test(values[0] ?? '')
        ? undefined
        : `operator ${operator} of "${key}" needs one integer`
    default:
      return `"${String(operator)}" is no operator: expected In, NotIn, Exists or DoesNotExist`
  }
}

/** Makes the test that tells whether labels meet a requirement. */
export function labelTest({ key, operator, values }: LabelRequirement): (labels: Labels) => boolean {
  const wanted = new Set(values)
  // `constructor` is an ordinary label.
  const valueIn = (labels: Labels): string | undefined =>
    Object.hasOwn(labels, key) ? labels[key] : undefined
  const compares = (labels: Labels, holds: (value: bigint, limit: bigint) => boolean): boolean => {
    const value = valueIn(labels)
    return value !== undefined && integer.test(value) && holds(BigInt(value), BigInt(values[0] ?? 0))
  }
  const tests: Record<LabelOperator, (labels: Labels) => boolean> = {
    In: (labels) => {
      const value = valueIn(labels)
      return value !== undefined && wanted.has(value)
    },
    NotIn: (labels) => {
      const value = valueIn(labels)
      return value === undefined || !wanted.has(value)
    },
    Exists: (labels) => valueIn(labels) !== undefined,
    DoesNotExist: (labels) => valueIn(labels) === undefined,
    Gt: (labels) => compares(labels, (value, limit) => value > limit),
    Lt: (labels) => compares(labels, (value, limit) => value < limit),
  }
  return tests[operator]
}

/** A requirement in the text grammar. */
export function requirementToString({ key, operator, values }: LabelRequirement): string {
  const list = `(${values.toSorted().join(',')})`
  const one = values.length === 1
  const texts: Record<LabelOperator, string> = {
    In: one ? `${key}=${values[0]}` : `${key} in ${list}`,
    NotIn: one ? `${key}!=${values[0]}` : `${key} notin ${list}`,
    Exists: key,
    DoesNotExist: `!${key}`,
    Gt: `${key}>${values[0]}`,
    Lt: `${key}<${values[0]}`,
  }
  return texts[operator]
}
