import type { NewBookingState } from './use-new-booking.ts';
import { useBookingWords } from './words.ts';

type Named = Pick<NewBookingState, 'faults' | 'refused' | 'form' | 'isOutside'>;

/** Why a field is not right, in the reader's language where it is one of ours. */
export function useFaultWords({ faults, refused }: Pick<Named, 'faults' | 'refused'>) {
  const t = useBookingWords();
  return (field: keyof NewBookingState['form']): string | undefined => {
    const fault = faults[field];
    return fault ? t(`fault.${fault}`) : refused[field];
  };
}
