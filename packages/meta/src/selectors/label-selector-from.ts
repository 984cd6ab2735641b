import { LabelSelector, InvalidRequirementError } from './label-selector.ts'
import type { LabelRequirement, Labels } from './label-requirement.ts'

/** A label selector as it stands in objects (`spec.selector`). Upstream: metav1.LabelSelector. */
export interface LabelSelectorSpec {
  readonly matchLabels?: Labels
  readonly matchExpressions?: readonly {
    readonly key: string
    readonly operator: string
    readonly values?: readonly string[]
  }[]
}

/**
 * The selector that stands in an object: without one it matches nothing, an empty one matches everything.
 * Throws InvalidRequirementError. Upstream: LabelSelectorAsSelector.
 */
export function labelSelectorFrom(spec: LabelSelectorSpec | null | undefined): LabelSelector {
  if (!spec) return LabelSelector.nothing
  const requirements: LabelRequirement[] = Object.entries(spec.matchLabels ?? {}).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }))
  for (const { key, operator, values = [] } of spec.matchExpressions ?? []) {
    if (!isExpressionOperator(operator)) {
      throw new InvalidRequirementError(
        { key, operator: operator as LabelRequirement['operator'], values },
        `"${operator}" of "${key}" is no operator: expected In, NotIn, Exists or DoesNotExist`,
      )
    }
    requirements.push({ key, operator, values })
  }
  return new LabelSelector(requirements)
}

function isExpressionOperator(operator: string): operator is 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' {
  return ['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator)
}
