import { invalid } from '#platform/refusal.ts';
import { escapeHtml } from './plain-text.ts';

/** What a template may leave open; filled when an e-mail is written from it. */
export const PLACEHOLDERS = [
  'contact.name',
  'contact.firstName',
  'contact.jobTitle',
  'company.name',
  'me.name',
  'me.email',
  'workspace.name',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Partial<Record<Placeholder, string | null>>;

/** Only two words with a dot are a placeholder: `{{7*7}}` is what somebody wrote. */
const OPEN = /\{\{\s*([A-Za-z]+\.[A-Za-z]+)\s*\}\}/g;

/** Refuses (422 at `path`) placeholders that nobody can fill. */
export function checkPlaceholders(path: string, text: string): void {
  const unknown = [...text.matchAll(OPEN)].find(([, name]) => !isKnown(name!));
  if (!unknown) return;
  const message = 'One of the words in double braces is none that can be filled in.';
  throw invalid({ path, message });
}

export function hasPlaceholders(text: string): boolean {
  return text.search(OPEN) !== -1;
}

/** Fills what is known; answers which placeholders had no value and stand as they were. */
export function fillIn(text: string, values: Values, as: 'text' | 'html') {
  const missing = new Set<Placeholder>();
  const filled = text.replace(OPEN, (open, name: Placeholder) => {
    const value = values[name];
    if (value) return as === 'html' ? escapeHtml(value) : value;
    missing.add(name);
    return open;
  });
  return { filled, missing: [...missing] };
}

function isKnown(name: string): name is Placeholder {
  return PLACEHOLDERS.includes(name as Placeholder);
}
