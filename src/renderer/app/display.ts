import type { Preferences } from '../../shared/contract/schemas/platform.ts'

/** Puts the chosen contrast into effect; `system` follows the PC's setting. */
export function applyContrast(contrast: Preferences['contrast']): void {
  const wanted =
    contrast === 'high' || (contrast === 'system' && matchMedia('(prefers-contrast: more)').matches)
  document.documentElement.dataset.theme = wanted ? 'contrast' : 'light'
}
