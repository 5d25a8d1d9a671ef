import { RequestProblem } from '#ui/request.ts';
import { useRefusal } from './refusal-words.ts';
import { useBookingWords } from './words.ts';

const KNOWN = [
  'busy',
  'no-host',
  'outside-hours',
  'nobody-else',
  'name-a-host',
  'which-host',
  'already-host',
  'inactive',
  'no-seat',
  'switched-off',
  'calendar-stale',
  'begun',
  'not-scheduled',
  'not-found',
] as const;

/** Why a meeting was not handed over, and what to do instead; by the server's word for it. */
export function useHandoverWords(): (reason: string) => string {
  const t = useBookingWords();
  return (reason) => t(`outcomeWhy.${KNOWN.find((one) => one === reason) ?? 'else'}`);
}

/** The same of an error. */
export function useHandoverRefusal(): (error: unknown) => string {
  const words = useHandoverWords();
  const refusal = useRefusal();
  return (error) => {
    const reason = error instanceof RequestProblem ? error.facts.reason : undefined;
    return typeof reason === 'string' ? words(reason) : refusal(error);
  };
}
