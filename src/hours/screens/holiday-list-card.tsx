import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { useDates, useToday } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { SavedText } from '#ui/saved-text.tsx';
import { useToast } from '#ui/toast.tsx';
import { patching, useAutosave } from '#ui/use-autosave.ts';
import { HolidayDays } from './holiday-days.tsx';
import { holidayListsQuery, type HolidayListView } from './hours-queries.ts';
import { useHoursWords } from './words.ts';

export interface HolidayListCardProps {
  list: HolidayListView;
  editable: boolean;
  /** Members and links that keep it; asked for once the list is opened. */
  keepers: ReactNode;
  warning: ReactNode;
}

/** One list: until when it goes, who keeps it; opened, its name and its days. */
export function HolidayListCard({ list, editable, keepers, warning }: HolidayListCardProps) {
  const t = useHoursWords();
  const [isOpen, setOpen] = useState(false);
  const remove = useRemove();
  return (
    <section className="rounded-r border border-line p-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="font-semibold wrap-anywhere">
            <bdi>{list.name}</bdi>
          </h3>
          <Summary list={list} />
        </div>
        <Button
          kind="quiet"
          icon={isOpen ? ChevronDown : ChevronRight}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('lists.days', { count: list.days.length })}
        </Button>
        {editable && (
          <IconButton
            icon={Trash2}
            label={t('lists.remove', { name: list.name })}
            onClick={() => void remove(list)}
          />
        )}
      </div>
      {warning && <div className="mt-3 empty:hidden">{warning}</div>}
      {isOpen && (
        <>
          <div className="mt-3 text-muted">{keepers}</div>
          <ListEdit list={list} editable={editable} />
        </>
      )}
    </section>
  );
}

function Summary({ list }: { list: HolidayListView }) {
  const t = useHoursWords();
  const dates = useDates();
  const today = useToday();
  const next = list.days.find(({ date }) => date >= today);
  const last = list.days.at(-1);
  return (
    <p className="text-12 text-faint">
      {next && t('lists.next', { date: dates.day(next.date), name: next.name })}{' '}
      {last && t('lists.until', { date: dates.longDay(last.date) })}
    </p>
  );
}

/** Who keeps a list, in one sentence. */
export function ListKeepers({ names }: { names: readonly string[] }) {
  const t = useHoursWords();
  return names.length > 0 ? t('lists.usedBy', { names: names.join(', ') }) : t('lists.unused');
}

function ListEdit({ list, editable }: { list: HolidayListView; editable: boolean }) {
  const t = useHoursWords();
  const queries = useQueryClient();
  const autosave = useAutosave<HolidayListView>({
    present: list,
    send: patching(`/api/holiday-lists/${list.id}`),
    accept: (kept) => {
      replaceList(queries, kept);
      void queries.invalidateQueries({ queryKey: ['home'] });
    },
  });
  const { draft, save, errors } = autosave;
  const show = (name: keyof HolidayListView, value: unknown) =>
    name === 'days' ? t('lists.days', { count: (value as unknown[]).length }) : String(value);
  return (
    <div className="mt-4 grid gap-4">
      <SaveConflict
        autosave={autosave}
        names={{ name: t('lists.name'), days: t('lists.dayList') }}
        show={show}
      />
      <SavedText
        label={t('lists.name')}
        value={list.name}
        error={errors.name}
        maxLength={200}
        readOnly={!editable}
        onSave={(name) => save({ name })}
      />
      <HolidayDays
        days={draft.days}
        onChange={(days) => save({ days })}
        error={errors.days}
        readOnly={!editable}
      />
    </div>
  );
}

function replaceList(queries: QueryClient, kept: HolidayListView): void {
  queries.setQueryData(holidayListsQuery().queryKey, (lists) =>
    lists?.map((one) => (one.id === kept.id ? kept : one)),
  );
}

/** A list that somebody keeps is refused with their names; one that nobody keeps can be brought back. */
function useRemove() {
  const t = useHoursWords();
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: holidayListsQuery().queryKey });
  return async function remove(list: HolidayListView): Promise<void> {
    const { name, days } = list;
    const back = async () => {
      await request('POST', '/api/holiday-lists', { body: { name, days } });
      await refresh();
    };
    try {
      await request('DELETE', `/api/holiday-lists/${list.id}`);
      await refresh();
      toast.undo({ text: t('lists.removed', { name }), onUndo: () => void back() });
    } catch (error) {
      const isRefused = error instanceof RequestProblem && error.status === 409;
      if (isRefused) toast.failed(error.message);
      else toast.failed(t('failed'), () => void remove(list));
    }
  };
}
