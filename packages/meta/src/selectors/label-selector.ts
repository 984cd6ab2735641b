import {
  labelTest,
  requirementProblem,
  requirementToString,
  type LabelRequirement,
  type Labels,
} from './label-requirement.ts'

/** Thrown when a selector is made of a requirement that the API does not know. */
export class InvalidRequirementError extends Error {
  override readonly name = 'InvalidRequirementError'
  readonly requirement: LabelRequirement

  constructor(requirement: LabelRequirement, problem: string) {
    super(problem)
    this.requirement = requirement
  }
}

// No object can meet both, so a server that is sent this text answers with nothing rather than with everything.
const contradiction: LabelRequirement[] = [
  { key: 'nothing', operator: 'Exists', values: [] },
  { key: 'nothing', operator: 'DoesNotExist', values: [] },
]

/** Which objects, told by their labels: those that meet every requirement. Upstream: labels.Selector. */
export class LabelSelector {
  /** Matches every object. */
  static readonly everything = new LabelSelector([])
  /** Matches no object. */
  static readonly nothing = new LabelSelector(contradiction)

  /** By key. */
  readonly requirements: readonly LabelRequirement[]
  readonly #tests: readonly ((labels: Labels) => boolean)[]

  /** Throws InvalidRequirementError. */
  constructor(requirements: readonly LabelRequirement[]) {
    for (const requirement of requirements) {
      const problem = requirementProblem(requirement)
      if (problem !== undefined) throw new InvalidRequirementError(requirement, problem)
    }
    this.requirements = requirements.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    this.#tests = this.requirements.map(labelTest)
  }

  /** Whether labels meet every requirement; no labels are as good as none. */
  matches(labels: Labels | null | undefined): boolean {
    const own = labels ?? {}
    return this.#tests.every((meets) => meets(own))
  }

  /** Whether it matches every object because it requires nothing. */
  get isEmpty(): boolean {
    return this.requirements.length === 0
  }

  /** Whether it is the selector that matches no object. */
  get isNothing(): boolean {
    return this === LabelSelector.nothing
  }

  /** In the text grammar, which `parseLabelSelector` and API servers read. */
  toString(): string {
    return this.requirements.map(requirementToString).join(',')
  }
}
