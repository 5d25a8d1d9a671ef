import { useRouter } from '@tanstack/react-router';
import { useMemo, type ComponentProps, type MouseEvent, type ReactElement } from 'react';
import type { BookingView } from '#bookings/screens/booking-queries.ts';
import { useListWay, type BookingsList } from './use-bookings.ts';

const ANY = '00000000-0000-0000-0000-000000000000';

/**
 * The address of a row, and going there. The router's own links each watch where one is, which thirty rows in sight
 * would all pay for at every step: here the address is made once, and each row puts its booking in.
 */
export function useRowLink({ search }: BookingsList): (booking: BookingView) => ReactElement {
  const router = useRouter();
  const { open } = useListWay();
  const { open: _, new: __, ...rest } = search;
  const address = router.buildLocation({ to: '/bookings', search: { ...rest, open: ANY } }).publicHref;
  return useMemo(() => {
    const follow = (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(event.currentTarget.dataset['booking']);
    };
    return ({ id }) => <RowAnchor href={address.replace(ANY, id)} data-booking={id} onClick={follow} />;
  }, [address, open]);
}

function RowAnchor({ children, ...props }: ComponentProps<'a'>) {
  return <a {...props}>{children}</a>;
}
