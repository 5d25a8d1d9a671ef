import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import type { AssignmentView } from '../booking-fields.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { CandidateTable } from './candidate-table.tsx';
import { firstName } from './called.ts';
import { ReplayLine } from './replay-line.tsx';
import { useBookingWords } from './words.ts';

/** D5: why this host, as one sentence with the table behind it. */
export function WhyHost({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const { assignment, hosts, status } = booking;
  if (!assignment || hosts.length === 0) return null;
  const names = hosts.map(({ name }) => firstName(name)).join(', ');
  const isChoice = new Set(assignment.candidates.map(({ memberId }) => memberId)).size > 1;
  return (
    <PanelSection title={t(status === 'unverified' ? 'why.provisional' : 'why.title', { names })}>
      <p className="mb-2 font-medium wrap-anywhere">{assignment.sentence}</p>
      {isChoice ? (
        <>
          <Candidates assignment={assignment} start={booking.start} />
          <ReplayLine booking={booking} />
        </>
      ) : (
        <p className="text-12 text-muted">
          <Decided assignment={assignment} />
        </p>
      )}
    </PanelSection>
  );
}

const FEW = 6;

function Candidates({ assignment, start }: { assignment: AssignmentView; start: string }) {
  const t = useBookingWords();
  const [all, showAll] = useState(false);
  const { candidates, chosen } = assignment;
  const isChosen = (one: { memberId: string; chair: number }) => Number(chosen[one.chair] === one.memberId);
  const sorted = candidates.toSorted((one, other) => isChosen(other) - isChosen(one));
  return (
    <>
      <CandidateTable
        assignment={assignment}
        candidates={all ? sorted : sorted.slice(0, FEW)}
        start={start}
        foot={<Decided assignment={assignment} />}
      />
      {!all && sorted.length > FEW && (
        <Button kind="quiet" className="mt-1" onClick={() => showAll(true)}>
          {t('why.all', { count: sorted.length })}
        </Button>
      )}
    </>
  );
}

const RULES = ['fewest-that-day', 'fewest-booked', 'random', 'in-order'] as const;

const BRANCHES = ['not-owned', 'unknown', 'unproven'] as const;

/** The rule in words, why everyone could be chosen, and when it was decided; a colleague's reason stands in the sentence. */
function Decided({ assignment }: { assignment: AssignmentView }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  const { rule, rules, at, byHand, candidates, chosen } = assignment;
  const known = RULES.find((one) => one === rule && !rules?.some((other) => other !== one));
  const branch = BRANCHES.find((one) => one === assignment.ownerBranch);
  return (
    <>
      {!byHand && known && candidates.length > chosen.length && <span>{t(`rule.${known}`)} </span>}
      {!byHand && branch && <span>{t(`branch.${branch}`)} </span>}
      {t('why.decided', { when: times.stamp(at) })}
    </>
  );
}
