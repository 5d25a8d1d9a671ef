import { ArrowDownUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useBookingWords } from '#bookings/screens/words.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useSize } from '#ui/use-size.ts';
import { namesFilter } from './bookings-search.ts';
import { FilterDialog, type AskedFilter } from './filter-dialog.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { useFilterWords } from './filter-words.tsx';
import { useListWay, type BookingsList } from './use-bookings.ts';

/** What the list is narrowed to, in words, and every way to narrow it. */
export function BookingsFilters({ list }: { list: BookingsList }) {
  const t = useBookingWords();
  const way = useListWay();
  const [asked, ask] = useState<AskedFilter | null>(null);
  const { filter } = list;
  const [text, setText] = useTyped(filter.q ?? '', (q) => way.narrow(filter, { q: q || undefined }, true));
  const isLatest = filter.sort === '-start';
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
        aside={
          <IconButton
            icon={ArrowDownUp}
            label={t(isLatest ? 'filter.earliestFirst' : 'filter.latestFirst')}
            onClick={() => way.narrow(filter, { sort: isLatest ? undefined : '-start' })}
          />
        }
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

const A_MOMENT_MS = 250;

/** What is typed shows at once, and is asked for when the fingers rest. */
function useTyped(value: string, onRest: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      setTyped(null);
      if (typed !== value) onRest(typed);
    }, A_MOMENT_MS);
    return () => clearTimeout(timer);
    // Only what is typed starts the clock anew.
  }, [typed]);
  return [typed ?? value, setTyped];
}
