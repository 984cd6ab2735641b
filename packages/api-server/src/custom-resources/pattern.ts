import { isWord, type CharacterTest } from './pattern-classes.ts'
import { parsePattern, type Assertion, type PatternNode } from './pattern-syntax.ts'
import { PatternSyntaxError } from './pattern-syntax-error.ts'

type Instruction =
  | { readonly at: 'character'; readonly test: CharacterTest }
  | { readonly at: 'assertion'; readonly kind: Assertion }
  /** Goes on at both places. */
  | { readonly at: 'split'; readonly first: number; second: number }
  | { readonly at: 'jump'; to: number }
  | { readonly at: 'match' }

/** How many instructions a pattern may have. */
const maxProgram = 20_000
/** How many steps one match may take before it counts as none. */
const maxSteps = 100_000_000

/**
 * A regular expression of RE2, matched as RE2 does: all ways at once, in time that grows with the text and never
 * explodes. It answers yes or no.
 */
export class Pattern {
  readonly #program: readonly Instruction[]

  /** Throws a PatternSyntaxError. */
  constructor(text: string) {
    const program: Instruction[] = []
    emit(parsePattern(text), program)
    program.push({ at: 'match' })
    this.#program = program
  }

  /** How many instructions it has: what a character of a text costs at most. */
  get size(): number {
    return this.#program.length
  }

  /** Whether some part of the text matches. */
  test(text: string): boolean {
    const program = this.#program
    if (program.length * text.length > maxSteps) return false
    const codes = Array.from(text, (each) => each.codePointAt(0) ?? 0)
    const marks = new Int32Array(program.length).fill(-1)
    let states: number[] = []
    for (let at = 0; at <= codes.length; at++) {
      if (this.#follow(states, at, codes, marks)) return true
      const code = codes[at]
      if (code === undefined) return false
      const next: number[] = []
      for (const state of states) {
        const instruction = program[state]
        if (instruction?.at === 'character' && instruction.test(code)) next.push(state + 1)
      }
      states = next
    }
    return false
  }

  /** Adds what is reached without reading a character, from the start too; true when that is the end. */
  #follow(states: number[], at: number, codes: readonly number[], marks: Int32Array): boolean {
    const waiting = [...states.splice(0), 0]
    for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
      if (marks[state] === at) continue
      marks[state] = at
      const instruction = this.#program[state]
      switch (instruction?.at) {
        case 'match':
          return true
        case 'character':
          states.push(state)
          break
        case 'jump':
          waiting.push(instruction.to)
          break
        case 'split':
          waiting.push(instruction.first, instruction.second)
          break
        case 'assertion':
          if (holds(instruction.kind, at, codes)) waiting.push(state + 1)
          break
        case undefined:
          break
      }
    }
    return false
  }
}

function holds(kind: Assertion, at: number, codes: readonly number[]): boolean {
  const before = codes[at - 1]
  const after = codes[at]
  switch (kind) {
    case 'text-start':
      return before === undefined
    case 'text-end':
      return after === undefined
    case 'line-start':
      return before === undefined || before === 10
    case 'line-end':
      return after === undefined || after === 10
    case 'word-boundary':
    case 'no-word-boundary':
      break
  }
  const boundary = isWord(before ?? 0) !== isWord(after ?? 0)
  return boundary === (kind === 'word-boundary')
}

function emit(node: PatternNode, program: Instruction[]): void {
  if (program.length > maxProgram) throw new PatternSyntaxError('expression too large')
  switch (node.at) {
    case 'empty':
      break
    case 'character':
    case 'assertion':
      program.push(node)
      break
    case 'sequence':
      for (const part of node.parts) emit(part, program)
      break
    case 'choice':
      emitChoice(node.parts, program)
      break
    case 'repeat':
      emitRepeat(node.of, node.least, node.most, program)
      break
  }
}

function emitChoice(parts: readonly PatternNode[], program: Instruction[]): void {
  const jumps: { at: 'jump'; to: number }[] = []
  for (const [at, part] of parts.entries()) {
    if (at === parts.length - 1) emit(part, program)
    else {
      const split = { at: 'split' as const, first: program.length + 1, second: 0 }
      const jump = { at: 'jump' as const, to: 0 }
      program.push(split)
      emit(part, program)
      program.push(jump)
      jumps.push(jump)
      split.second = program.length
    }
  }
  for (const jump of jumps) jump.to = program.length
}

function emitRepeat(of: PatternNode, least: number, most: number, program: Instruction[]): void {
  const before = program.length
  for (let count = 0; count < least; count++) {
    emit(of, program)
    // What matches nothing but the empty text is the same however often it is repeated.
    if (program.length === before) return
  }
  if (most === Infinity) {
    const start = program.length
    const split = { at: 'split' as const, first: start + 1, second: 0 }
    program.push(split)
    emit(of, program)
    program.push({ at: 'jump', to: start })
    split.second = program.length
    return
  }
  const splits: { second: number }[] = []
  for (let count = least; count < most; count++) {
    const split = { at: 'split' as const, first: program.length + 1, second: 0 }
    program.push(split)
    splits.push(split)
    emit(of, program)
  }
  for (const split of splits) split.second = program.length
}
