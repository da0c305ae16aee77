import { toDocumentEntry, type DocumentEntry } from '../document-entry.ts'
import type { FileReading } from '../knowledge-file.ts'
import { createValidity } from '../validity.ts'
import { findContradictions } from './find-contradictions.ts'
import { findDuplicates } from './find-duplicates.ts'
import type { Finding } from './finding.ts'

const about = (kind: Finding['kind'], document: string, message: string): Finding => ({
  kind,
  document,
  other: null,
  message,
})

/** What the readings themselves tell: what could not be read, what is doubtful, and what was kept out. */
function fromReading(file: FileReading): readonly Finding[] {
  if ('failure' in file) return [about('not-read', file.path, file.failure.message)]
  const at = (where: string | null) => (where === null ? '' : `${where}: `)
  return [
    ...file.reading.warnings.map(({ message, where }) => about('warning', file.path, `${at(where)}${message}`)),
    ...file.reading.quarantined.map(({ text, reason, where }) =>
      about('quarantined', file.path, `${at(where)}${reason}: “${text.slice(0, 120)}”`),
    ),
  ]
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
  const findings = entries.flatMap(({ facts }, index): Finding[] => {
    const undated = facts.effective === null && facts.published === null && facts.status === null
    const state = states[index]
    return [
      ...(undated
        ? [
            about(
              'missing-validity',
              facts.path,
              'It says neither when it was published nor since when it is in force.',
            ),
          ]
        : []),
      ...(state === 'expired'
        ? [
            about(
              'expired',
              facts.path,
              `No longer in force${facts.expires === null ? '' : ` since ${facts.expires}`}.`,
            ),
          ]
        : []),
      ...(state === 'superseded' ? [about('superseded', facts.path, 'A newer document replaces it.')] : []),
      ...(state === 'upcoming'
        ? [about('upcoming', facts.path, `In force only from ${facts.effective ?? 'a later day'}.`)]
        : []),
    ]
  })
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
