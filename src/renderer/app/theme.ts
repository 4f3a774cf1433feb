import type { Theme } from '../../core/records/settings'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
let chosen: Theme = 'system'

function paint(): void {
  const isDark = chosen === 'dark' || (chosen === 'system' && dark.matches)
  document.documentElement.classList.toggle('dark', isDark)
  document.documentElement.classList.toggle('light', !isDark)
}

dark.addEventListener('change', paint)

/** Light, dark, or as the system has it now and later. */
export function applyTheme(theme: Theme): void {
  chosen = theme
  paint()
}
