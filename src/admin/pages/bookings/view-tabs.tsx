import { Link } from '@tanstack/react-router';
import { useBookingWords } from '#bookings/screens/words.ts';
import type { SavedView } from '#people/screens/view-queries.ts';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { VIEW_NAMES } from './list-views.ts';
import type { BookingsList } from './use-bookings.ts';
import { ViewActs } from './view-acts.tsx';

/** Our views and those that were kept, each with how many it holds. */
export function ViewTabs({ list }: { list: BookingsList }) {
  const t = useBookingWords();
  const current = list.search.view ?? 'upcoming';
  const countOf = (view: string) => list.counts.find(({ id }) => id === view)?.count;
  return (
    <Tabs label={t('views.label')} aside={<ViewActs list={list} />}>
      {VIEW_NAMES.map((view) => (
        <Tab
          key={view}
          render={<Link to="/bookings" search={view === 'upcoming' ? {} : { view }} />}
          current={current === view}
          count={shown(countOf(view))}
          waits={view === 'needs-host' && (countOf(view) ?? 0) > 0}
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
          <Named view={view} />
        </Tab>
      ))}
    </Tabs>
  );
}

/** What is counted beyond ten thousand is said by the list. */
function shown(count: number | undefined): number | undefined {
  return count !== undefined && count <= 10_000 ? count : undefined;
}

function Named({ view }: { view: SavedView }) {
  const t = useBookingWords();
  return (
    <bdi
      className="max-w-50 truncate"
      title={view.shared ? `${view.name} (${t('views.shared')})` : view.name}
    >
      {view.name}
    </bdi>
  );
}
