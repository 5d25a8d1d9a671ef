import { classNames } from '#ui/class-names.ts';

interface TimeButtonProps {
  words: string;
  /** A second, smaller line: with another host. */
  note?: string;
  chosen: boolean;
  onChoose: () => void;
}

/** One start to choose. */
export function TimeButton({ words, note, chosen, onChoose }: TimeButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        'min-h-9 min-w-0 rounded-s border px-2 py-1 text-center font-medium touch:min-h-(--touch)',
        chosen ? 'border-accent bg-accent text-on-accent' : 'border-line-mid hover:bg-hover',
      )}
    >
      <span className="tabular block">{words}</span>
      {note && (
        <span className={classNames('block text-11 font-normal', !chosen && 'text-faint')}>{note}</span>
      )}
    </button>
  );
}
