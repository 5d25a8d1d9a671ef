import { Link } from '@tanstack/react-router';
import { useBookingWords } from '#bookings/screens/words.ts';
import { ViewActs } from '#people/views/screens/view-acts.tsx';
import { ViewName } from '#people/views/screens/view-name.tsx';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { VIEW_NAMES } from './list-views.ts';
import { namesFilter } from './bookings-search.ts';
import { useListWay, type BookingsList } from './use-bookings.ts';

/** What is to be done by somebody. */
const WAITING = new Set<string>(['needs-host', 'asked']);

/** Our views and those that were kept, each with how many it holds. */
export function ViewTabs({ list }: { list: BookingsList }) {
  const t = useBookingWords();
  const current = list.view;
  const first = list.saved.some((view) => view.default) ? { view: 'upcoming' } : {};
  const countOf = (view: string) => list.counts.find(({ id }) => id === view)?.count;
  // Few move their meetings in another calendar: the tab comes with the first question.
  const isShown = (view: string) => view !== 'asked' || current === view || (countOf(view) ?? 0) > 0;
  return (
    <Tabs label={t('views.label')} aside={<Acts list={list} />}>
      {VIEW_NAMES.filter(isShown).map((view) => (
        <Tab
          key={view}
          render={<Link to="/bookings" search={view === 'upcoming' ? first : { view }} />}
          current={current === view}
          count={shown(countOf(view))}
          waits={WAITING.has(view) && (countOf(view) ?? 0) > 0}
        >
          {t(`views.${view}`)}
        </Tab>
      ))}
      {list.saved.map((view) => (
        <Tab
          key={view.id}
          render={<Link to="/bookings" search={{ view: view.id }} />}
          current={current === view.id}
          count={shown(countOf(view.id))}
        >
          <ViewName view={view} />
        </Tab>
      ))}
    </Tabs>
  );
}

/** What is counted beyond ten thousand is said by the list. */
function shown(count: number | undefined): number | undefined {
  return count !== undefined && count <= 10_000 ? count : undefined;
}

function Acts({ list: { saved, view, search, filter } }: { list: BookingsList }) {
  const way = useListWay();
  return (
    <ViewActs
      list="bookings"
      saved={saved}
      view={view}
      isChanged={namesFilter(search)}
      kept={{ ...filter }}
      show={way.view}
    />
  );
}
