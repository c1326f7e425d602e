import { useSyncExternalStore } from 'react'
import { type ChartTheme, contrastTheme, screenTheme } from '../../shared/chart/scene.ts'

const isContrast = (): boolean => document.documentElement.dataset.theme === 'contrast'

function watch(hear: () => void): () => void {
  const observer = new MutationObserver(hear)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** The pens of the look that the reader has chosen. */
export const useChartTheme = (): ChartTheme =>
  useSyncExternalStore(watch, isContrast) ? contrastTheme : screenTheme
