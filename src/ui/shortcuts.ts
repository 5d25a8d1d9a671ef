import { useEffect, useLayoutEffect, useRef } from 'react';
import { somethingIsOpen } from './use-escape.ts';

/**
 * Keys of a screen: 'c', '/', '?', 'Shift+J', 'Ctrl+K' (Ctrl or ⌘). Single letters are dead inside fields,
 * while something lies over the page, and when their reader has switched them off; chords always work.
 */
export type Shortcuts = Record<string, () => void>;

const STORED = 'rondo-single-keys';

export function singleKeysAreOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, 'off');
}

export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  // Together with what is shown: whoever sees a screen can press its keys.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[nameOf(event)];
      if (!act || event.defaultPrevented || event.isComposing || !mayAct(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** 'c', '/', 'Shift+J', 'Ctrl+k' is written 'Ctrl+K'; a sign that needs Shift is only the sign. */
export function nameOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string {
  const letter = /^\p{L}$/u.test(event.key);
  const chord = event.ctrlKey || event.metaKey;
  const key = letter
    ? chord || event.shiftKey
      ? event.key.toUpperCase()
      : event.key.toLowerCase()
    : event.key;
  return [
    chord && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && (letter || event.key.length > 1) && 'Shift',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

function mayAct(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return true;
  if (isTyping(event.target) || somethingIsOpen()) return false;
  return event.key.length > 1 || singleKeysAreOn();
}

/** Whether a key pressed here writes something. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  );
}
