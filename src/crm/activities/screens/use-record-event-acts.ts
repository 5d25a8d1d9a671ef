import { useQueryClient } from '@tanstack/react-query';
import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { addRecordEvent, changeRecordEvent, deleteRecordEvent } from './record-event-queries.ts';
import type { RecordEventView, RecordEventWish } from './record-event-queries.ts';
import { apiPath, type ActivityPlace } from './task-queries.ts';
import { whyOf } from './use-task-acts.ts';
import { useActivityWords } from './words.ts';

export interface RecordEventActs {
  /** Rejects with what the server refused. */
  add: (wish: RecordEventWish) => Promise<void>;
  change: (event: RecordEventView, wish: RecordEventWish) => Promise<void>;
  remove: (event: RecordEventView) => void;
}

/** What is done to a record's events; calendars look again. */
export function useRecordEventActs(record: ActivityPlace): RecordEventActs {
  const t = useActivityWords();
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => {
    const keys = [['record-events'], ['timeline', apiPath(record)], ['calendar']];
    return Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const kept = async (act: Promise<unknown>) => {
    try {
      await act;
    } catch (error) {
      throw saidBetter(error, t('changedMeanwhile'));
    } finally {
      await refresh();
    }
  };
  const orSay = (act: Promise<unknown>) => kept(act).catch((error: unknown) => toast.failed(whyOf(error, t)));
  return {
    add: (wish) => kept(addRecordEvent(record, wish)),
    change: (event, wish) => kept(changeRecordEvent(event, wish)),
    remove: (event) => {
      const { title, start, end, attendees } = event;
      const onUndo = () => void orSay(addRecordEvent(record, { title, start, end, attendees }));
      const text = t('events.wasDeleted', { title });
      void kept(deleteRecordEvent(event)).then(
        () => toast.undo({ text, onUndo }),
        (error: unknown) => toast.failed(whyOf(error, t)),
      );
    },
  };
}

/** A form shows what a refusal says: here, that what stands now is on the screen already. */
function saidBetter(error: unknown, sentence: string): unknown {
  if (!(error instanceof RequestProblem) || error.status !== 412) return error;
  return new RequestProblem(412, { detail: sentence });
}
