import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { useDates, useToday } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { request } from '#ui/request.ts';
import { SettingsPart } from '#ui/settings-section.tsx';
import { useToast } from '#ui/toast.tsx';
import { NewAbsence } from './new-absence.tsx';
import { absencesQuery, type AbsenceView } from './hours-queries.ts';
import { useHoursWords } from './words.ts';

export interface AbsencesProps {
  memberId: string;
  readOnly: boolean;
  /** What an absence means for meetings already made: "one booking needs a host". */
  note?: (absence: AbsenceView) => ReactNode;
}

/** When a member is away, from today on; whole dates close (A1). */
export function Absences({ memberId, readOnly, note }: AbsencesProps) {
  const t = useHoursWords();
  const today = useToday();
  const { data } = useQuery(absencesQuery(memberId, today));
  const [isAdding, setAdding] = useState(false);
  const remove = useRemove(memberId);
  const add = !readOnly && !isAdding && (
    <Button icon={Plus} aria-label={t('absence.addLabel')} onClick={() => setAdding(true)}>
      {t('absence.add')}
    </Button>
  );
  return (
    <SettingsPart title={t('absence.title')} aside={add}>
      {isAdding && <NewAbsence memberId={memberId} onDone={() => setAdding(false)} />}
      {data?.length === 0 && !isAdding && <p className="text-faint">{t('absence.none')}</p>}
      <ul>
        {data?.map((absence) => (
          <AbsenceRow
            key={absence.id}
            absence={absence}
            onRemove={readOnly ? undefined : () => void remove(absence)}
          >
            {note?.(absence)}
          </AbsenceRow>
        ))}
      </ul>
    </SettingsPart>
  );
}

function AbsenceRow(props: { absence: AbsenceView; onRemove?: () => void; children: ReactNode }) {
  const t = useHoursWords();
  const dates = useDates();
  const { from, to, reason } = props.absence;
  const when = from === to ? dates.briefDay(from) : `${dates.briefDay(from)} – ${dates.briefDay(to)}`;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 border-t border-line py-1 first:border-t-0">
      <span className="tabular w-45 font-medium first-letter:uppercase">{when}</span>
      <span className="min-w-0 flex-1 wrap-anywhere text-muted">
        <bdi>{reason}</bdi>
        {props.children}
      </span>
      {props.onRemove && (
        <IconButton icon={X} label={t('absence.remove', { when })} onClick={props.onRemove} />
      )}
    </li>
  );
}

function useRemove(memberId: string) {
  const t = useHoursWords();
  const toast = useToast();
  const queries = useQueryClient();
  const path = `/api/members/${memberId}/absences`;
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['absences', memberId] }),
      queries.invalidateQueries({ queryKey: ['bookings'] }),
    ]);
  const restore = async ({ from, to, reason }: AbsenceView) => {
    await request('POST', path, { body: { from, to, reason } });
    await refresh();
  };
  return async function remove(absence: AbsenceView): Promise<void> {
    try {
      await request('DELETE', `${path}/${absence.id}`);
      await refresh();
      toast.undo({ text: t('absence.removed'), onUndo: () => void restore(absence) });
    } catch {
      toast.failed(t('failed'), () => void remove(absence));
    }
  };
}
