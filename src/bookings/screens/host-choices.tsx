import { useQuery } from '@tanstack/react-query';
import { Field } from '#ui/field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { explanationQuery, type ExplainedHost, type Reason } from './explanation-query.ts';
import { useReasonWords } from './reason-words.ts';
import { useBookingWords } from './words.ts';

interface HostChoicesProps {
  booking: WholeBooking;
  linkId: string;
  value: string | null;
  onChange: (memberId: string) => void;
}

/** The hosts of the link, each free then or not, and why not. */
export function HostChoices({ booking, linkId, value, onChange }: HostChoicesProps) {
  const t = useBookingWords();
  const reason = useReasonWords();
  const { data, isPending } = useQuery(explanationQuery(linkId, booking.start));
  if (isPending) return <Skeleton row="text" rows={3} />;
  const hosts = (data?.hosts ?? []).filter(({ memberId }) => !booking.hostIds.includes(memberId));
  if (hosts.length === 0) return null;
  const items = hosts.map((host) => {
    const against = reasonsAgainst(host);
    return {
      value: host.memberId,
      label: host.name,
      hint: against[0] ? reason(against[0]) : t('why.free'),
      disabled: against.some(({ code }) => NEVER.includes(code)),
    };
  });
  return (
    <Field label={t('chooseHost.ofLink')}>
      <RadioGroup items={items} value={value} onChange={onChange} aria-label={t('chooseHost.ofLink')} />
    </Field>
  );
}

/** What a page asks of strangers does not hold colleagues back. */
const OF_STRANGERS = ['notice', 'horizon', 'cap', 'off-grid', 'not-offered'];

/** Never over another claim, and never somebody who cannot host (E13). */
const NEVER = ['busy', 'claimed', 'buffer', 'inactive', 'no-seat', 'calendar-stale', 'past'];

function reasonsAgainst({ reasons }: ExplainedHost): Reason[] {
  return reasons.filter(({ code }) => !OF_STRANGERS.includes(code));
}
