import { Plus } from 'lucide-react';
import { getRouteApi } from '@tanstack/react-router';
import { BookingPanel } from '#bookings/screens/booking-panel.tsx';
import { NewBooking } from '#bookings/screens/new-booking.tsx';
import { useBookingWords } from '#bookings/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { SidePanel } from '#ui/side-panel.tsx';
import { useTitle } from '#ui/title.ts';
import { BookingsFilters } from './bookings-filters.tsx';
import { BookingsTable } from './bookings-table.tsx';
import { useBookings, useListWay, type BookingsList } from './use-bookings.ts';
import { ViewTabs } from './view-tabs.tsx';

const here = getRouteApi('/bookings');

/** Every booking one may see, in views of one's own; one of them open beside the list. */
export function BookingsPage() {
  const t = useBookingWords();
  const list = useBookings();
  const way = useListWay();
  useTitle(t('list.title'));
  useShortcuts({ c: way.startNew });
  return (
    <main className="relative flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('list.title')}
        aside={list.total === undefined ? undefined : <Total count={list.total} />}
        actions={
          <Button kind="primary" icon={Plus} shortcut="C" onClick={way.startNew}>
            {t('new.title')}
          </Button>
        }
      />
      <ViewTabs list={list} />
      <BookingsFilters list={list} />
      <div className="relative flex min-h-0 flex-1 max-tablet:static">
        <BookingsTable list={list} />
        <Beside list={list} />
      </div>
    </main>
  );
}

const MOST_COUNTED = 10_000;

function Total({ count }: { count: number }) {
  const t = useBookingWords();
  if (count > MOST_COUNTED) return t('list.more', { count: MOST_COUNTED });
  return count;
}

/** The booking that is open, or a new one being written down. */
function Beside({ list }: { list: BookingsList }) {
  const t = useBookingWords();
  const way = useListWay();
  const search = here.useSearch();
  const step = useNeighbours(list);
  if (search.new) {
    return (
      <SidePanel label={t('new.title')} onClose={() => way.open(undefined)} head={<NewHead />}>
        <NewBooking onDone={({ id }) => way.open(id, true)} onCancel={() => way.open(undefined)} />
      </SidePanel>
    );
  }
  if (!search.open) return null;
  return (
    <BookingPanel
      id={search.open}
      onClose={() => way.open(undefined)}
      onPrevious={step.previous}
      onNext={step.next}
    />
  );
}

function NewHead() {
  const t = useBookingWords();
  return <h2 className="truncate font-semibold">{t('new.title')}</h2>;
}

/** J and K lead from booking to booking while one is open. */
function useNeighbours({ items, search }: BookingsList) {
  const way = useListWay();
  const at = items.findIndex(({ id }) => id === search.open);
  const to = (index: number) => {
    const id = at < 0 ? undefined : items[index]?.id;
    return id === undefined ? undefined : () => way.open(id, true);
  };
  const [previous, next] = [to(at - 1), to(at + 1)];
  useShortcuts({ ...(previous && { k: previous }), ...(next && { j: next }) });
  return { previous, next };
}
