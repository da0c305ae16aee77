import { firstTables } from './001-first-tables.ts'
import { lifeOfTickets } from './002-life-of-tickets.ts'
import { files } from './003-files.ts'
import { departmentsSystems } from './004-departments-systems.ts'
import { desk } from './005-desk.ts'
import type { Migration } from './migration.ts'

/** All migrations, in the order of their versions. */
export const migrations: readonly Migration[] = [firstTables, lifeOfTickets, files, departmentsSystems, desk]
