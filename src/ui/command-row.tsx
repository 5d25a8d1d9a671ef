import { Autocomplete } from '@base-ui/react/autocomplete';
import type { Command } from './command-menu.tsx';
import { Kbd } from './kbd.tsx';
import { Marked } from './marked.tsx';

const ROW =
  'group flex h-(--row) min-w-0 cursor-default items-center gap-2.5 rounded-s px-3 outline-none select-none ' +
  'data-highlighted:bg-accent-soft touch:h-(--touch) ' +
  'forced-colors:data-highlighted:bg-[Highlight] forced-colors:data-highlighted:text-[HighlightText]';

export function CommandRow({ item, query, onClose }: { item: Command; query: string; onClose: () => void }) {
  const Icon = item.icon;
  const take = () => {
    onClose();
    item.onSelect();
  };
  return (
    <Autocomplete.Item value={item} onClick={take} className={ROW}>
      {item.mark ?? (Icon && <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />)}
      <span className="min-w-0 flex-1 truncate">
        <Marked text={item.label} query={query} />
      </span>
      {item.hint && (
        <span className="max-w-2/5 shrink-0 truncate text-faint">
          <Marked text={item.hint} query={query} />
        </span>
      )}
      {item.shortcut ? (
        <Kbd keys={item.shortcut} />
      ) : (
        <span aria-hidden className="invisible group-data-highlighted:visible">
          <Kbd keys="↵" />
        </span>
      )}
    </Autocomplete.Item>
  );
}
