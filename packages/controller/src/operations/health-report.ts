/** What came of one health check. */
export interface HealthCheckResult {
  readonly name: string
  readonly healthy: boolean
  /** It was not asked, because the caller wanted it so. */
  readonly excluded: boolean
  /** Why it failed, for anybody to read. */
  readonly reason: string | undefined
}

/** What came of all checks that were asked. */
export interface HealthReport {
  readonly healthy: boolean
  /** Sorted by name. */
  readonly checks: readonly HealthCheckResult[]
  /** Names that were to be excluded and that no check has. */
  readonly unknownExcludes: readonly string[]
}

/**
 * The text that Kubernetes' own components answer with: `ok`, or with `verbose` and on failure a line for each check.
 * `endpoint` is such as `readyz`.
 */
export function healthText(
  endpoint: string,
  { healthy, checks, unknownExcludes }: HealthReport,
  verbose = false,
): string {
  if (healthy && !verbose) return 'ok'
  const lines = checks.map(({ name, healthy: ok, excluded, reason }) => {
    if (excluded) return `[+]${name} excluded: ok`
    return ok ? `[+]${name} ok` : `[-]${name} failed: ${reason ?? 'reason withheld'}`
  })
  if (unknownExcludes.length > 0) {
    const names = unknownExcludes.map((name) => JSON.stringify(name)).join(',')
    lines.push(`warn: some health checks cannot be excluded: no matches for ${names}`)
  }
  lines.push(`${endpoint} check ${healthy ? 'passed' : 'failed'}`)
  return `${lines.join('\n')}\n`
}
