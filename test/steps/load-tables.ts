import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { legalRouteTable } from '../../src/steps/redirect-route.ts'
import { screenTable } from '../../src/steps/screen-input.ts'
import { emergencyTable } from '../../src/steps/spot-emergency.ts'

const read = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, '../../knowledge', `${name}.yaml`), 'utf8'))

/** The tables as they are shipped. */
export const emergencies = emergencyTable.parse(read('emergencies'))
export const legalRoutes = legalRouteTable.parse(read('legal-routes'))
export const screens = screenTable.parse(read('screens'))
