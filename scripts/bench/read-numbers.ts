import { Problem } from '../model/problem.ts'

/** `50,500` → 50 and 500; a flag's value as a whole number from 1. */
export function readNumbers(flag: string, text: string): number[] {
  return text.split(',').map((part) => readNumber(flag, part))
}

export function readNumber(flag: string, text: string): number {
  const number = Number(text.trim())
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new Problem(`${flag}: "${text}" is not a number of 1 or more: write it in digits, as in 500`)
}
