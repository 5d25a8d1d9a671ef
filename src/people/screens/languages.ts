/** Each in its own words, as somebody looks for theirs. */
export const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
  { value: 'pl', label: 'Polski' },
] as const;
