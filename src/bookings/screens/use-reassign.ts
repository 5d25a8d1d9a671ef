import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { useToast } from '#ui/toast.tsx';
import { reassignBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { proposalQuery } from './proposal-query.ts';
import { isOutsideHours } from './refusal-words.ts';
import { useBookingWords } from './words.ts';

/** Stands for the rule among the members who can be chosen. */
export const RULE = 'rule';

/** What is being chosen in the dialog, and what speaks for and against it. */
export function useReassign(booking: WholeBooking, onClose: () => void) {
  const give = useGive(booking, onClose);
  const choice = useChoice(booking, give.reset);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { from, value, obstacle } = choice;
  const isOutside = isOutsideHours(give.error) || obstacle === 'outside-hours';
  const missing = { whom: from === null, who: value === null, reason: reason.trim() === '' };
  const act = () => {
    setTried(true);
    if (value === null || Object.values(missing).some(Boolean)) return;
    give.mutate({
      hostId: value === RULE ? null : value,
      reason: reason.trim(),
      outsideHours: isOutside,
      ...(booking.hosts.length > 1 && from !== null && { fromHostId: from }),
    });
  };
  return {
    ...choice,
    reason,
    setReason,
    obstacle: obstacle === 'outside-hours' ? null : obstacle,
    isOutside,
    /** Shown once somebody tried without. */
    missing: isTried ? missing : null,
    busy: give.isPending,
    error: isOutside ? null : give.error,
    act,
  };
}

/** Whose place and who takes it; another choice has nothing to do with why the one before was refused. */
function useChoice({ id }: WholeBooking, onChange: () => void) {
  const { member, may } = useMe();
  const [whom, setWhom] = useState<string>();
  const [chosen, setChosen] = useState<string | null>(null);
  const mayGive = may('book-for-others');
  const named = chosen && chosen !== RULE ? chosen : undefined;
  const asked = { ...(whom && { fromHostId: whom }), ...(named && { hostId: named }) };
  const proposal = useQuery(proposalQuery(id, asked));
  const { data } = proposal;
  const first = mayGive ? data?.byRule && RULE : member.id;
  const anew =
    <T>(set: (next: T) => void) =>
    (next: T) => {
      set(next);
      onChange();
    };
  return {
    proposal,
    mayGive,
    from: whom ?? data?.from ?? null,
    setWhom: anew(setWhom),
    value: chosen ?? first ?? null,
    choose: anew(setChosen),
    obstacle: named && data?.named?.memberId === named ? data.named.obstacle : null,
  };
}

export type Reassign = ReturnType<typeof useReassign>;

function useGive(booking: WholeBooking, onDone: () => void) {
  const t = useBookingWords();
  const toast = useToast();
  const news = useBookingNews();
  return useMutation({
    mutationFn: (wish: Parameters<typeof reassignBooking>[1]) => reassignBooking(booking.id, wish),
    onSuccess: (given) => {
      onDone();
      const fresh = given.hosts.filter(({ id }) => !booking.hostIds.includes(id));
      const names = (fresh.length > 0 ? fresh : given.hosts).map(({ name }) => name);
      toast.done(t('reassign.done', { name: names.join(', ') }));
      void news.changed(given);
    },
  });
}
