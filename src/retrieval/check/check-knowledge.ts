import type { Validity } from '../../core/passage.ts'
import { phrase, type Phrase } from '../../core/phrase.ts'
import type { DocumentFacts } from '../document-facts.ts'
import { toDocumentEntry, type DocumentEntry } from '../document-entry.ts'
import type { FileReading } from '../knowledge-file.ts'
import { createValidity, isReplacedByLabel } from '../validity.ts'
import { findContradictions } from './find-contradictions.ts'
import { findDuplicates } from './find-duplicates.ts'
import type { Finding } from './finding.ts'

const about = (kind: Finding['kind'], document: string, message: Phrase, where: Phrase | null = null): Finding => ({
  kind,
  document,
  other: null,
  message,
  where,
})

/** What the readings themselves tell: what could not be read, what is doubtful, and what was kept out. */
function fromReading(file: FileReading): readonly Finding[] {
  if ('failure' in file) return [about('not-read', file.path, file.failure.message)]
  return [
    ...file.reading.warnings.map(({ message, where }) => about('warning', file.path, message, where)),
    ...file.reading.quarantined.map(({ text, reason, where }) =>
      about('quarantined', file.path, phrase(`finding.quarantined.${reason}`, { text: text.slice(0, 120) }), where),
    ),
  ]
}

/** What the days and the status word of a document mean for its use today. */
function fromState({ path, effective, published, expires, status }: DocumentFacts, state: Validity): Finding[] {
  const found: Finding[] = []
  if (effective === null && published === null && status === null)
    found.push(about('missing-validity', path, phrase('finding.undated')))
  if (state === 'expired')
    found.push(
      about(
        'expired',
        path,
        expires === null ? phrase('finding.expired') : phrase('finding.expired.on', { day: expires }),
      ),
    )
  if (state === 'superseded') found.push(about('superseded', path, phrase('finding.superseded')))
  if (state === 'upcoming')
    found.push(
      about(
        'upcoming',
        path,
        effective === null ? phrase('finding.upcoming') : phrase('finding.upcoming.on', { day: effective }),
      ),
    )
  if (state === 'in-force' && status !== null && isReplacedByLabel(status))
    found.push(about('amended', path, phrase('finding.amended', { status })))
  return found
}

function fromValidity(
  entries: readonly DocumentEntry[],
  at: Date,
  timeZone: string,
): { findings: Finding[]; inForce: DocumentEntry[] } {
  const states = createValidity(
    entries.map(({ facts }) => facts),
    timeZone,
  )(at)
  const findings = entries.flatMap(({ facts }, index) => fromState(facts, states[index] ?? 'in-force'))
  return { findings, inForce: entries.filter((_, index) => states[index] === 'in-force') }
}

/** Looks through the documents of a folder as read, for everything that an editor should know before they answer citizens. */
export function checkKnowledge(
  files: readonly FileReading[],
  options: { at: Date; timeZone: string },
): readonly Finding[] {
  const entries = files.flatMap((file) => ('reading' in file ? [toDocumentEntry(file)] : []))
  const { findings, inForce } = fromValidity(entries, options.at, options.timeZone)
  return [...files.flatMap(fromReading), ...findings, ...findDuplicates(entries), ...findContradictions(inForce)]
}
