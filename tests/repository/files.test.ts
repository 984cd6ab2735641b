import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const lines = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length - 1
const generated = (file: string): boolean =>
  readFileSync(join(root, file), 'utf8').startsWith('// Written by scripts/')

describe('the files of this repository', () => {
  it('have one idea: no source over 300 lines but generated ones', () => {
    const long = globSync('{packages,apps}/*/src/**/*.ts', { cwd: root }).filter(
      (file) => lines(file) > 300 && !generated(file),
    )
    expect(long).toEqual([])
  })

  it('have one question: no test over 400 lines', () => {
    const tests = globSync(['{packages,apps}/*/test/**/*.ts', 'tests/**/*.ts'], { cwd: root })
    expect(tests.filter((file) => !file.includes('node_modules') && lines(file) > 400)).toEqual([])
  })

  it('are never named for what has no name', () => {
    const all = globSync('{packages,apps,scripts,tests}/**/*', { cwd: root }).filter(
      (file) => !/node_modules|dist/.test(file),
    )
    expect(all.filter((file) => /^(utils?|types?|internal|helpers?)(\.ts)?$/.test(basename(file)))).toEqual(
      [],
    )
  })

  it('carry the licence into every package', () => {
    const licence = readFileSync(join(root, 'LICENSE'), 'utf8')
    const without = globSync('packages/*', { cwd: root }).filter((folder) => {
      const own = globSync(join(folder, 'LICENSE'), { cwd: root })
      return own.length !== 1 || readFileSync(join(root, folder, 'LICENSE'), 'utf8') !== licence
    })
    expect(without).toEqual([])
  })
})
