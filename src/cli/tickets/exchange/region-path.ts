import type { Region } from '../../../core/region.ts'

/** A place as `parseRegion` reads it back: '云汀市/滨江区'. */
export const formatRegionPath = (region: Region | null): string | null =>
  region === null || region.length === 0 ? null : region.join('/')
