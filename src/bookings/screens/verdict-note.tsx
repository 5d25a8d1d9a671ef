import { TriangleAlert } from 'lucide-react';
import { Note } from '#ui/note.tsx';
import { useDates } from '#ui/dates.tsx';
import { firstName } from './called.ts';
import type { Verdict } from './verdict.ts';
import { useBookingWords } from './words.ts';

/** What stands in the way: taken time cannot be booked, closed time can, with open eyes. */
export function VerdictNote({ name, verdict }: { name: string; verdict: Verdict }) {
  const t = useBookingWords();
  const dates = useDates();
  if (verdict.kind === 'free') return null;
  const { span } = verdict;
  const values = { name: firstName(name), range: span.allDay ? '' : dates.range(span.start, span.end) };
  if (verdict.kind === 'busy') {
    return (
      <Note tone="danger" icon={TriangleAlert}>
        {t(span.allDay ? 'verdict.busyAllDay' : 'verdict.busy', values)} <bdi>{span.title}</bdi>
      </Note>
    );
  }
  return (
    <Note tone="wait" icon={TriangleAlert}>
      {t(`verdict.${span.why ?? 'hours'}`, values)}
    </Note>
  );
}
