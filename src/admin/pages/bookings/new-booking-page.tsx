import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { NewBooking } from '#bookings/screens/new-booking.tsx';
import { useBookingWords } from '#bookings/screens/words.ts';
import { PageBar } from '#ui/page-bar.tsx';
import { useTitle } from '#ui/title.ts';

const here = getRouteApi('/bookings/new');

/** A new booking on a page of its own: where the calendar or a record leads, with what is known already. */
export function NewBookingPage() {
  const t = useBookingWords();
  const { back, ...given } = here.useSearch();
  const router = useRouter();
  const go = here.useNavigate();
  useTitle(t('new.title'));
  const leave = () => {
    if (back) router.history.push(`/admin${back}`);
    else void go({ to: '/bookings' });
  };
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('new.title')}
        crumb={
          <Link to="/bookings" className="hover:text-ink">
            {t('list.title')}
          </Link>
        }
      />
      <div className="scroll-pane min-h-0 flex-1">
        <div className="mx-auto max-w-140 py-2">
          <NewBooking
            {...given}
            onDone={({ id }) => (back ? leave() : void go({ to: '/bookings', search: { open: id } }))}
            onCancel={leave}
          />
        </div>
      </div>
    </main>
  );
}
