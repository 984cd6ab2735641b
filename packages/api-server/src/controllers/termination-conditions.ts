/** What is left in a namespace that is being deleted: how many of each `resource.group`, and behind which finalizers. */
export interface Remaining {
  readonly resources: ReadonlyMap<string, number>
  readonly finalizers: ReadonlyMap<string, number>
}

interface Condition {
  readonly type: string
  readonly status: 'True' | 'False'
  readonly lastTransitionTime: string
  readonly reason: string
  readonly message: string
}

/** What the namespace says about its end. Upstream: the conditions of the namespace controller. */
export function terminationConditions(
  { resources, finalizers }: Remaining,
  lastTransitionTime: string,
): readonly Condition[] {
  const condition = (type: string, reason: string, message: string, status: 'True' | 'False' = 'False') =>
    ({ type, status, lastTransitionTime, reason, message }) as const
  const listed = (of: ReadonlyMap<string, number>, between: string) =>
    [...of]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, count]) => `${name}${between}${count} resource instances`)
      .join(', ')
  return [
    condition(
      'NamespaceDeletionDiscoveryFailure',
      'ResourcesDiscovered',
      'All resources successfully discovered',
    ),
    condition(
      'NamespaceDeletionGroupVersionParsingFailure',
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ),
    condition(
      'NamespaceDeletionContentFailure',
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ),
    resources.size === 0
      ? condition('NamespaceContentRemaining', 'ContentRemoved', 'All content successfully removed')
      : condition(
          'NamespaceContentRemaining',
          'SomeResourcesRemain',
          `Some resources are remaining: ${listed(resources, ' has ')}`,
          'True',
        ),
    finalizers.size === 0
      ? condition(
          'NamespaceFinalizersRemaining',
          'ContentHasNoFinalizers',
          'All content-preserving finalizers finished',
        )
      : condition(
          'NamespaceFinalizersRemaining',
          'SomeFinalizersRemain',
          `Some content in the namespace has finalizers remaining: ${listed(finalizers, ' in ')}`,
          'True',
        ),
  ]
}
