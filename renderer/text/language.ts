import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Bilingual, Language } from '../../domain/kernel/text.ts';
import { en } from './en.ts';
import { vi, type Dictionary } from './vi.ts';

const chosen = createStore<{ readonly language: Language }>()(() => ({ language: 'vi' }));

/** Every sentence of this window, in the language chosen for it; Vietnamese until someone chooses. */
export function useText(): Dictionary {
  return useStore(chosen, ({ language }) => (language === 'vi' ? vi : en));
}

export function useLanguage(): Language {
  return useStore(chosen, ({ language }) => language);
}

/** Reads a bilingual name of the content in the window's language. */
export function useName(): (name: Bilingual) => string {
  const language = useLanguage();
  return (name) => name[language];
}

/** Changes the words of this window. */
export function speak(language: Language): void {
  chosen.setState({ language });
  document.documentElement.lang = language;
}
