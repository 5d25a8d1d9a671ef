import { classNames } from './class-names.ts';

export interface KbdProps {
  keys: string;
  bare?: boolean;
  /** Beside words that are a name already: not part of it. */
  silent?: boolean;
}

/** A key or chord, `Ctrl K`: on Apple's keyboards it is written as they write it. Nothing where there is no keyboard. */
export function Kbd({ keys, bare = false, silent = false }: KbdProps) {
  return (
    <kbd
      aria-hidden={silent || undefined}
      className={classNames(
        'shrink-0 font-sans text-11 leading-4 font-medium whitespace-nowrap touch:hidden',
        bare ? 'text-inherit opacity-80' : 'rounded-xs border border-line bg-bg px-1 text-faint',
      )}
    >
      {written(keys)}
    </kbd>
  );
}

function written(keys: string): string {
  if (!/Mac|iPhone|iPad/.test(navigator.userAgent)) return keys;
  return keys.replace('Ctrl ', '⌘').replace('Shift ', '⇧').replace('Alt ', '⌥').replace('Enter', '↵');
}
