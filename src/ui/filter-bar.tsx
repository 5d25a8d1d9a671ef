import { Plus, Search } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Chip } from './badge.tsx';
import { Button } from './button.tsx';
import { Input } from './input.tsx';
import { Kbd } from './kbd.tsx';
import { Menu } from './menu.tsx';
import { usePartWords } from './parts-words.ts';
import { useShortcuts } from './shortcuts.ts';

export interface FilterInForce {
  key: string;
  /** The name of the filter: "Host". */
  name: string;
  /** How it reads, the value in bold: `Host is <b>anyone</b>`. */
  words: ReactNode;
}

export interface FilterBarProps {
  /** What is narrowed, where a page has more than one list. */
  label?: string;
  /** What is typed to narrow the list; `/` goes there. Without onText there is no such field. */
  text?: string;
  onText?: (text: string) => void;
  filters: readonly FilterInForce[];
  onRemove: (key: string) => void;
  onClear: () => void;
  /** MenuItems and MenuGroups that add a filter. */
  menu?: ReactNode;
  /** In the menu's place: a FilterPopover. */
  add?: ReactNode;
  /** At the end: the order, the columns. */
  aside?: ReactNode;
}

/** What a list is narrowed to; the list's address says the same. */
export function FilterBar({
  label,
  text,
  onText,
  filters,
  onRemove,
  onClear,
  menu,
  add,
  aside,
}: FilterBarProps) {
  const t = usePartWords();
  return (
    <section
      aria-label={label ?? t('parts.filters')}
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line py-2 ps-6 pe-4 max-tablet:ps-4 max-tablet:pe-3"
    >
      {onText && <FilterText text={text ?? ''} onText={onText} />}
      {filters.map((filter) => (
        <Chip key={filter.key} name={filter.name} onRemove={() => onRemove(filter.key)}>
          {filter.words}
        </Chip>
      ))}
      {menu && (
        <Menu align="start" trigger={<AddFilter />}>
          {menu}
        </Menu>
      )}
      {add}
      {filters.length > 1 && (
        <Button kind="quiet" onClick={onClear}>
          {t('parts.clearFilters')}
        </Button>
      )}
      {aside && <span className="ms-auto flex shrink-0 items-center gap-1">{aside}</span>}
    </section>
  );
}

function FilterText({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = usePartWords();
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  return (
    <Input
      ref={input}
      size="s"
      type="search"
      icon={Search}
      aria-label={t('parts.addFilter')}
      placeholder={t('parts.addFilter')}
      value={text}
      onChange={onText}
      onKeyDown={(event) => event.key === 'Escape' && text === '' && event.currentTarget.blur()}
      suffix={<Kbd keys="/" />}
      className="w-44! max-phone:w-full!"
    />
  );
}

/** The button that opens what adds a filter. */
export function AddFilter(props: object) {
  const t = usePartWords();
  return (
    <button
      type="button"
      {...props}
      className="inline-flex h-6 shrink-0 items-center gap-1 rounded-full border border-dashed border-line-mid bg-bg px-2 text-12 font-medium text-muted hover:bg-hover focus-visible:rounded-full touch:h-(--touch) touch:px-3"
    >
      <Plus aria-hidden className="size-3 text-faint" strokeWidth={2} />
      {t('parts.addFilter')}
    </button>
  );
}
