import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState, type Ref } from 'react';
import { SearchInput } from '#ui/search-input.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { ListOwner } from './list-owner.tsx';
import { KINDS, STATES, type ListSearch } from './links-search.ts';

const PATIENCE_MS = 250;

/** What is looked for stands in the address, so that a view can be kept and sent. */
export function LinksFilter({ search, ref }: { search: ListSearch; ref: Ref<HTMLInputElement> }) {
  const t = useLinkWords();
  const go = useNavigate({ from: '/links' });
  const narrow = useCallback(
    (change: ListSearch) =>
      void go({ search: (before) => ({ ...before, ...change, open: undefined }), replace: true }),
    [go],
  );
  const look = useCallback((q: string) => narrow({ q: q || undefined }), [narrow]);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-6 py-2 max-tablet:px-4">
      <Segmented
        label={t('list.whose')}
        items={[
          { value: 'mine', label: t('list.mine') },
          { value: 'everyone', label: t('list.everyone') },
        ]}
        value={search.whose ?? 'mine'}
        onChange={(next) =>
          narrow({ whose: next === 'everyone' ? next : undefined, owner: undefined, team: undefined })
        }
      />
      {search.whose === 'everyone' && <ListOwner search={search} onNarrow={narrow} />}
      <SearchField ref={ref} q={search.q ?? ''} onSearch={look} />
      <StateChoice search={search} onNarrow={narrow} />
      <KindChoice search={search} onNarrow={narrow} />
    </div>
  );
}

interface NarrowProps {
  search: ListSearch;
  onNarrow: (change: ListSearch) => void;
}

function StateChoice({ search, onNarrow }: NarrowProps) {
  const t = useLinkWords();
  return (
    <Select
      size="s"
      aria-label={t('list.state')}
      className="w-40! max-phone:min-w-0 max-phone:flex-1"
      items={[
        { value: 'all', label: t('list.anyState') },
        ...STATES.map((value) => ({ value, label: t(`list.${value}`) })),
      ]}
      value={search.state ?? 'all'}
      onChange={(next) => onNarrow({ state: next === 'all' ? undefined : next })}
    />
  );
}

function KindChoice({ search, onNarrow }: NarrowProps) {
  const t = useLinkWords();
  return (
    <Select
      size="s"
      aria-label={t('list.kind')}
      className="w-44! max-phone:min-w-0 max-phone:flex-1"
      items={[
        { value: 'all', label: t('list.anyKind') },
        ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
      ]}
      value={search.kind ?? 'all'}
      onChange={(next) => onNarrow({ kind: next === 'all' ? undefined : next })}
    />
  );
}

interface SearchFieldProps {
  q: string;
  onSearch: (q: string) => void;
  ref: Ref<HTMLInputElement>;
}

function SearchField({ q, onSearch, ref }: SearchFieldProps) {
  const t = useLinkWords();
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  useEffect(() => {
    // Cleared or gone back to elsewhere: the field follows the address.
    if (q !== asked.current) setTyped(q);
    asked.current = q;
  }, [q]);
  useEffect(() => {
    if (typed.trim() === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = typed.trim();
      onSearch(asked.current);
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  return <SearchInput ref={ref} label={t('list.search')} value={typed} onChange={setTyped} />;
}
