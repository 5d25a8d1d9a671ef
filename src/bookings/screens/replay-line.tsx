import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Note } from '#ui/note.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { WholeBooking } from './booking-queries.ts';
import { replayQuery, type Replay } from './replay-query.ts';
import { useBookingWords } from './words.ts';

/** D5: the kept choice is made once more, and says whether it comes out the same. */
export function ReplayLine({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const [asked, ask] = useState(false);
  const { data, isError, isFetching, refetch } = useQuery({ ...replayQuery(booking), enabled: asked });
  const check = () => (asked ? void refetch() : ask(true));
  return (
    <div className="mt-2 grid justify-items-start gap-1 text-12 text-muted" aria-live="polite">
      {data && !isFetching && <Result replay={data} booking={booking} />}
      {isError && !isFetching && <span>{t('why.notChecked')} </span>}
      <button type="button" className={`${TEXT_LINK} touch:min-h-(--touch)`} onClick={check}>
        {t(isFetching ? 'why.replaying' : 'why.replay')}
      </button>
    </div>
  );
}

function Result({ replay, booking }: { replay: Replay; booking: WholeBooking }) {
  const t = useBookingWords();
  const { assignments, chosen } = replay;
  const drawn = assignments.find(({ rules }) => rules.includes('random'));
  if (!replay.same) return <Differs replay={replay} booking={booking} />;
  return (
    <p>
      <span className="font-medium text-ink">{t('why.same', { count: chosen.length })}</span>{' '}
      {t('why.again', { count: assignments.length })}
      {drawn && ` ${t('why.draw', { seed: String(drawn.seed) })}`}
    </p>
  );
}

function Differs({ replay: { assignments, chosen }, booking }: { replay: Replay; booking: WholeBooking }) {
  const t = useBookingWords();
  const { hosts, assignment } = booking;
  const known = [...hosts.map(({ id, name }) => [id, name] as const), ...namesIn(assignment)];
  const names = new Map(known);
  const said = (ids: string[]) => ids.map((id) => names.get(id) ?? '?').join(', ') || t('why.nobody');
  const wrong = assignments.find(({ same }) => !same);
  const again = said(wrong?.again ?? assignments[0]?.again ?? []);
  return (
    <Note tone="danger" icon={TriangleAlert} title={t('why.differs')}>
      {t('why.differsWhat', { again, kept: said(wrong?.chosen ?? chosen) })}
    </Note>
  );
}

function namesIn(assignment: WholeBooking['assignment']): (readonly [string, string])[] {
  return (assignment?.candidates ?? []).map(({ memberId, name = '?' }) => [memberId, name] as const);
}
