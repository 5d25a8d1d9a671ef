/** Light, dark or as the system has it; kept in this browser alone. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const STORED = 'rondo-theme';

export function themeChoice(): ThemeChoice {
  const kept = localStorage.getItem(STORED);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, choice);
  showTheme();
}

/** Puts the choice on the page; before the first paint, and in every other tab as soon as one changes it. */
export function showTheme(): void {
  const choice = themeChoice();
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

export function keepThemeInStep(): void {
  window.addEventListener('storage', ({ key }) => key === STORED && showTheme());
}
