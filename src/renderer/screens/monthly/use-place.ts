import { useEffect, useState, useSyncExternalStore } from 'react'
import type { GridModel } from '../../ui/grid/model.ts'
import type { Spot } from '../../ui/grid/types.ts'
import type { Sheet } from './sheet.ts'

/** What stands beside the grid follows it once the keys rest: it must not cost a key its frame. */
const rest = 140

/** The active cell, a moment after the last key, and a number that grows when the sheet changed meanwhile. */
export function useRestingPlace(sheet: Sheet): { readonly spot: Spot; readonly version: number } {
  const [place, setPlace] = useState(() => placeOf(sheet))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const soon = (): void => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => setPlace(placeOf(sheet)), rest)
    }
    setPlace(placeOf(sheet))
    const stops = [sheet.subscribe(soon), sheet.model.subscribeSelection(soon)]
    return () => {
      for (const stop of stops) stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [sheet])
  return place
}

const placeOf = (sheet: Sheet) => ({ spot: sheet.model.selection.active, version: sheet.version() })

/** The active row, at once. */
export function useActiveRow(model: GridModel): number {
  return useSyncExternalStore(model.subscribeSelection, () => model.selection.active.row)
}
