import type { KeyboardEvent } from 'react';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';

interface HeatCellProps {
  name: string;
  cell: string;
  value: number;
  most: number;
  stop: boolean;
  selected: boolean;
  detail?: string;
  onLook: (isLooked: boolean) => void;
  onSelect: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const CLOSED = 'bg-[repeating-linear-gradient(135deg,transparent_0_4px,var(--sp-closed-line)_4px_5px)]';
const SHADES = [
  'bg-[color-mix(in_srgb,var(--accent)_14%,var(--bg))]',
  'bg-[color-mix(in_srgb,var(--accent)_34%,var(--bg))]',
  'bg-accent text-on-accent',
];

export function HeatCell({
  name,
  cell,
  value,
  most,
  stop,
  selected,
  detail,
  onLook,
  ...acts
}: HeatCellProps) {
  const t = usePartWords();
  const said = value > 0 ? t('parts.free', { count: value }) : t('parts.closed');
  return (
    <td aria-selected={selected} className="p-0">
      <button
        type="button"
        data-cell={cell}
        tabIndex={stop ? 0 : -1}
        aria-label={[`${name}: ${said}`, detail].filter(Boolean).join('. ')}
        onClick={acts.onSelect}
        onKeyDown={acts.onKeyDown}
        onFocus={() => onLook(true)}
        onBlur={() => onLook(false)}
        onPointerEnter={() => onLook(true)}
        onPointerLeave={() => onLook(false)}
        className={classNames(
          'tabular grid h-6 w-full place-items-center rounded-xs text-11 font-medium outline outline-transparent',
          'hover:outline-line-strong focus-visible:relative focus-visible:rounded-xs touch:h-(--touch)',
          value > 0 ? shadeOf(value, most) : CLOSED,
          selected && 'relative shadow-focus',
        )}
      >
        {value > 0 ? value : ''}
      </button>
    </td>
  );
}

/** All free is the accent itself; below that two shades, by halves. */
function shadeOf(value: number, most: number): string {
  if (value >= most) return SHADES[2] ?? '';
  return SHADES[value * 2 > most ? 1 : 0] ?? '';
}
