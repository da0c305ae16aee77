import { detectLanguage } from './core/detect-language.ts'
import { inTime } from './core/in-time.ts'
import type { GuessKind } from './core/intake.ts'
import type { GuessByExamples } from './retrieval/guess-by-examples.ts'

/** A text shows what is wanted in its beginning, signs. */
const mostRead = 400
/** In fewer signs nothing is meant. */
const shortest = 4
/** Nobody waits long for a guess, milliseconds. */
const patience = 1500

/** Guesses the kind of a demand; null where the text is too short, or where the guess fails or takes too long: the rules judge alone then. */
export const createGuessKind =
  (guess: GuessByExamples): GuessKind =>
  async (text, signal) => {
    const said = text.trim().slice(0, mostRead)
    if (said.length < shortest) return null
    const within = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    const chances = await inTime(guess(said, detectLanguage(said), within), within, null)
    if (chances === null) return null
    const { consultation = 0, request = 0, complaint = 0, report = 0, suggestion = 0, praise = 0 } = chances
    return { consultation, request, complaint, report, suggestion, praise }
  }
