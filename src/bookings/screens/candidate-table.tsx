import { Person } from '#ui/avatar.tsx';
import { useDates } from '#ui/dates.tsx';
import { SmallTable } from '#ui/small-table.tsx';
import type { Column } from '#ui/table.tsx';
import type { AssignmentView } from '../booking-fields.ts';
import { useReasonWords } from './reason-words.ts';
import { useBookingWords } from './words.ts';

type Candidate = AssignmentView['candidates'][number];

interface CandidateTableProps {
  assignment: AssignmentView;
  candidates: Candidate[];
  start: string;
  foot: React.ReactNode;
}

/** Who could have hosted, whether they were free, and what was compared. */
export function CandidateTable({ assignment, candidates, start, foot }: CandidateTableProps) {
  const t = useBookingWords();
  return (
    <SmallTable
      label={t('why.table')}
      columns={useColumns(assignment, start)}
      rows={candidates}
      rowKey={({ chair, memberId }) => `${chair}-${memberId}`}
      isChosen={({ memberId, chair }) => assignment.chosen[chair] === memberId}
      isDim={({ free }) => !free}
      foot={foot}
    />
  );
}

function useColumns({ rule, candidates, chosen }: AssignmentView, start: string): Column<Candidate>[] {
  const t = useBookingWords();
  const dates = useDates();
  const reason = useReasonWords();
  const why = ({ reasons }: Candidate) => (reasons[0] ? reason(reasons[0]) : t('reason.other'));
  const isWeighed = rule === 'fewest-booked' && new Set(candidates.map(weightOf)).size > 1;
  const figure = (key: string, header: string, cell: (one: Candidate) => number): Column<Candidate> => {
    return { key, header, align: 'end', cell };
  };
  return [
    ...(chosen.length > 1 ? [figure('chair', t('why.chair'), ({ chair }) => chair + 1)] : []),
    {
      key: 'host',
      header: t('why.host'),
      cell: ({ memberId, name = '?' }) => <Person id={memberId} name={name} />,
    },
    {
      key: 'free',
      header: t('why.at', { time: dates.time(start) }),
      cell: (one) => (one.free ? t('why.free') : why(one)),
    },
    figure('count', t(rule === 'fewest-that-day' ? 'why.thatDay' : 'why.booked'), ({ count }) => count),
    ...(isWeighed ? [figure('weight', t('why.weight'), weightOf)] : []),
    {
      key: 'last',
      header: t('why.last'),
      align: 'end',
      cell: ({ lastScheduledAt }) =>
        lastScheduledAt ? dates.briefDay(dates.dateOf(lastScheduledAt)) : t('why.never'),
    },
  ];
}

function weightOf({ weight = 1 }: Candidate): number {
  return weight;
}
