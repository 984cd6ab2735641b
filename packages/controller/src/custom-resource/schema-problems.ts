/** What keeps a schema from being one of Kubernetes', and where in it. */
export interface SchemaProblem {
  /** `v1 spec.rules[].host`: the version, then fields, `[]` for items and `.*` for values under any key. */
  readonly path: string
  readonly message: string
}

/** Gathers problems, so that all of them can be told at once. */
export class SchemaProblems {
  readonly found: SchemaProblem[] = []

  add(path: string, message: string): void {
    this.found.push({ path, message })
  }
}
