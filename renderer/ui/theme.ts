import { create } from 'zustand';
import type { Theme } from '../../domain/wall/holding.ts';

const shown = create<{ readonly theme: Theme }>()(() => ({ theme: 'dark' }));

/** Puts this window's page into a theme. */
export function showTheme(theme: Theme): void {
  if (theme === 'day') document.documentElement.dataset['theme'] = 'day';
  else delete document.documentElement.dataset['theme'];
  shown.setState({ theme });
}

/** The theme that is in force: what is drawn on a canvas is drawn anew when it changes. */
export function useTheme(): Theme {
  return shown(({ theme }) => theme);
}
