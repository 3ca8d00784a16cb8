// Light or dark: as in the system's settings, until someone chooses.
import { useEffect, useState, useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const KEY = 'theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(changed: () => void): () => void {
  system.addEventListener('change', changed);
  return () => system.removeEventListener('change', changed);
}

function stored(): Theme | undefined {
  const chosen = localStorage.getItem(KEY);
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined;
}

/** The theme, and how to choose one; it's set on the document. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const isSystemDark = useSyncExternalStore(subscribe, () => system.matches);
  const [chosen, setChosen] = useState(stored);
  const theme = chosen ?? (isSystemDark ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = (wanted: Theme): void => {
    localStorage.setItem(KEY, wanted);
    setChosen(wanted);
  };
  return [theme, choose];
}
