import type { ReactNode } from 'react';

/** What a combobox offers: chosen as a whole, so that its name is known even when it is not on the list (any more). */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
  mark?: ReactNode;
}

/** Where the choices come from: the list itself, or whoever searches for what is typed. */
export interface ChoiceSource<Item extends Choice> {
  items: readonly Item[];
  /** Given: the items are what was found for the text, and are not filtered again. */
  onSearch?: (text: string) => void;
  searching?: boolean;
}

/** Every word typed must stand in the label or hint; accents and case do not matter. */
export function matches(item: Choice, query: string): boolean {
  const words = foldText(`${item.label} ${item.hint ?? ''}`);
  return foldText(query)
    .split(/\s+/)
    .every((part) => words.includes(part));
}

const APART: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => APART[letter] ?? letter)
    .trim();
}

export const sameChoice = (one: Choice, other: Choice) => one.value === other.value;

/** Esc closes what is open and never empties a field: what it would clear, it leaves, and goes on to what lies around. */
export function escapeKeeps(details: {
  reason: string;
  cancel: () => void;
  allowPropagation: () => void;
}): boolean {
  if (details.reason !== 'escape-key') return false;
  details.cancel();
  details.allowPropagation();
  return true;
}
