import { ArrowDownUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useBookingWords } from '#bookings/screens/words.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useSize } from '#ui/use-size.ts';
import { namesFilter, type ListFilter } from './bookings-search.ts';
import { FilterDialog, type AskedFilter } from './filter-dialog.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { useFilterWords } from './filter-words.tsx';
import { useListWay, type BookingsList } from './use-bookings.ts';

/** What the list is narrowed to, in words, and every way to narrow it. */
export function BookingsFilters({ list }: { list: BookingsList }) {
  const way = useListWay();
  const [asked, ask] = useState<AskedFilter | null>(null);
  const { filter } = list;
  const [text, setText] = useTyped(filter.q ?? '', (q) => way.narrow(filter, { q: q || undefined }, true));
  const words = useFilterWords(filter);
  const { phone } = useSize();
  // A phone has no room to repeat what the name of the view says.
  const shown = phone && !namesFilter(list.search) ? [] : words;
  return (
    <>
      <FilterBar
        text={text}
        onText={setText}
        filters={shown}
        onRemove={(key) => way.narrow(filter, { [key]: undefined })}
        onClear={way.clear}
        menu={<FilterMenu filter={filter} onAsk={ask} />}
        aside={<Order filter={filter} />}
      />
      {asked && (
        <FilterDialog
          asked={asked}
          filter={filter}
          onClose={() => ask(null)}
          onChoose={(changes) => {
            ask(null);
            way.narrow(filter, changes);
          }}
        />
      )}
    </>
  );
}

function Order({ filter }: { filter: ListFilter }) {
  const t = useBookingWords();
  const way = useListWay();
  const isLatest = filter.sort === '-start';
  return (
    <IconButton
      icon={ArrowDownUp}
      label={t(isLatest ? 'filter.earliestFirst' : 'filter.latestFirst')}
      onClick={() => way.narrow(filter, { sort: isLatest ? undefined : '-start' })}
    />
  );
}

const A_MOMENT_MS = 250;

/** What is typed shows at once, and is asked for when the fingers rest; the address then says it. */
function useTyped(value: string, onRest: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(onRest);
  useEffect(() => {
    latest.current = onRest;
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => (typed === value ? setTyped(null) : latest.current(typed)), A_MOMENT_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return [typed ?? value, setTyped];
}
