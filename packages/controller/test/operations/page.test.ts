import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from '@rxkube/client'
import { ManagerMetrics, MeteredTransport } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'
import { Counter, Gauge, Histogram } from 'prom-client'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')
const page = readFileSync(join(root, 'docs/operations.md'), 'utf8')

const blocks = (language: string): string[] =>
  Array.from(page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm')), ([, text = '']) => text)

describe('the page about operating controllers', () => {
  it.for([
    ['operations', 0],
    ['tracing', 1],
  ] as const)(
    'shows the example %s as it is, and what it prints',
    { timeout: 30_000 },
    async ([name, index]) => {
      const example = join(root, `packages/controller/examples/${name}.ts`)
      expect(blocks('ts')[index]).toBe(readFileSync(example, 'utf8'))
      const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@rxkube/source', example])
      expect(stdout).toBe(blocks('text')[index])
    },
  )

  it('has every metric in its table, with its type and its labels', async () => {
    await using env = new TestEnv()
    const { registry } = new ManagerMetrics()
    const transport = new MeteredTransport(env.server.transport(), { registry, host: 'kubernetes' })
    await using client = new Client({ transport })
    expect(client.transport).toBe(transport)
    const row = /^\| `(\w+)` +\| (gauge|counter|histogram) +\| ([^|]*?) +\|/gm
    const told = Array.from(page.matchAll(row), ([, name = '', type = '', labels = '']) => [
      name,
      type,
      labels.replace('informer', '`name`, `group`, `version`, `resource`, `projection`').replaceAll('`', ''),
    ])
    const registered = registry
      .getMetricsAsArray()
      .map((metric) => [
        metric.name,
        typeOf(metric),
        (metric as unknown as { labelNames: string[] }).labelNames.join(', '),
      ])
    expect(sorted(told)).toEqual(sorted(registered))
  })
})

function typeOf(metric: unknown): string {
  if (metric instanceof Gauge) return 'gauge'
  if (metric instanceof Counter) return 'counter'
  return metric instanceof Histogram ? 'histogram' : 'unknown'
}

function sorted(rows: readonly (readonly string[])[]): string[] {
  return rows.map((row) => row.join(' | ')).toSorted()
}
