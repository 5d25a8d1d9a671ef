import { Definition } from '#ui/definition-list.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingWords } from './words.ts';

/** What invited people answered from their own calendars. */
export function BookingReplies({ booking: { replies } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  if (replies.length === 0) return null;
  return (
    <Definition name={t('facts.replies')}>
      {replies.map(({ email, answer }) => (
        <span key={email} className="block">
          <bdi className="wrap-anywhere">{email}</bdi>{' '}
          <span className={answer === 'declined' ? 'text-wait' : 'text-faint'}>{t(`reply.${answer}`)}</span>
        </span>
      ))}
    </Definition>
  );
}
