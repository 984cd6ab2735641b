import { expect, it } from 'vitest'
import { measurements } from '../src/api-server/measurements.ts'
import { serverTable } from '../src/api-server/server-table.ts'
import { serverMeasurements } from '../src/options.ts'

const cost = { wallMs: 2000, cpuMs: 1500, blockMs: 12.34, blockCpuMs: 4.567 }

it('says of each figure how much came of which time, and what one of it cost', () => {
  const text = serverTable([
    { what: 'write', amount: 1000, unit: 'writes', cost },
    { what: 'list', amount: 50, unit: 'MB', cost },
    { what: 'heap for each', amount: 1.5, unit: 'kB' },
  ])
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows[2]?.slice(1, -1)).toEqual([
    'write',
    '1000 writes',
    '500',
    '2000',
    '1500',
    '1500',
    '12.3',
    '4.57',
  ])
  expect(rows[3]?.slice(1, -1)).toEqual(['list', '50.0 MB', '25.0', '2000', '1500', '', '12.3', '4.57'])
  expect(rows[4]?.slice(1, -1)).toEqual(['heap for each', '1.50 kB', '', '', '', '', '', ''])
})

it('has a measurement for every name that can be asked for', () => {
  expect([...measurements.keys()]).toEqual(serverMeasurements)
})
