import { useBookingWords } from '#bookings/screens/words.ts';
import type { FieldName } from './schedule-draft.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** Why a field is not right, in the reader's language where it is one of ours. */
export function useFaultOf({ faults, refused }: Pick<Schedule, 'faults' | 'refused'>) {
  const t = useScheduleWords();
  const common = useBookingWords();
  return (field: FieldName): string | undefined => {
    const fault = faults[field];
    if (!fault) return refused[field];
    return fault === 'https' ? t('https') : common(`fault.${fault}`);
  };
}
