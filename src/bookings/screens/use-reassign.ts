import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { useToast } from '#ui/toast.tsx';
import { reassignBooking, useBookingNews } from './booking-acts.ts';
import type { WholeBooking } from './booking-queries.ts';
import { proposalQuery } from './proposal-query.ts';
import { isOutsideHours, isUnread } from './refusal-words.ts';
import { useBookingWords } from './words.ts';

/** Stands for the rule among the members who can be chosen. */
export const RULE = 'rule';

/** What open eyes may go over: hours or an absence, and a calendar that cannot be read (E13, A9). */
export const WARNINGS = ['outside-hours', 'calendar-stale'] as const;

function isWarnedOf(error: unknown, warning: (typeof WARNINGS)[number]): boolean {
  return isOutsideHours(error) && isUnread(error) === (warning === 'calendar-stale');
}

/** What is being chosen in the dialog, and what speaks for and against it. */
export function useReassign(booking: WholeBooking, onClose: () => void) {
  const give = useGive(booking, onClose);
  const choice = useChoice(booking, give.reset);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { from, value, obstacle } = choice;
  const warnings = WARNINGS.filter((one) => choice.warnings.includes(one) || isWarnedOf(give.error, one));
  const missing = { whom: from === null, who: value === null, reason: reason.trim() === '' };
  const act = () => {
    setTried(true);
    if (value === null || Object.values(missing).some(Boolean)) return;
    give.mutate({
      hostId: value === RULE ? null : value,
      reason: reason.trim(),
      outsideHours: warnings.length > 0,
      evenUnread: warnings.includes('calendar-stale'),
      ...(booking.hosts.length > 1 && from !== null && { fromHostId: from }),
    });
  };
  return {
    ...choice,
    reason,
    setReason,
    obstacle,
    /** What they go over if they hand it over all the same (E13). */
    warnings,
    /** Shown once somebody tried without. */
    missing: isTried ? missing : null,
    busy: give.isPending,
    error: isOutsideHours(give.error) ? null : give.error,
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
    ...standing(named !== undefined && data?.named?.memberId === named ? data.named.obstacles : []),
  };
}

/** Over a warning a colleague may go, as long as nothing else is in the way. */
function standing(obstacles: readonly string[]) {
  const [first = null] = obstacles;
  const isWarning = WARNINGS.some((one) => one === first);
  return { obstacle: isWarning ? null : first, warnings: isWarning ? obstacles : [] };
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
