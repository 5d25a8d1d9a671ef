import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { useViewWords } from './words.ts';

/** Why an act was refused: beside the field when there is one, else as a toast. */
export function useAttempts() {
  const t = useViewWords();
  const toast = useToast();
  const attempt = async (act: () => Promise<unknown>): Promise<string | void> => {
    try {
      await act();
    } catch (error) {
      const isOurs = error instanceof RequestProblem && error.status > 0 && error.status < 500;
      return isOurs ? error.message : t('failed');
    }
  };
  const quietly = async (act: () => Promise<unknown>): Promise<void> => {
    const refused = await attempt(act);
    if (refused) toast.failed(refused, () => void quietly(act));
  };
  return { attempt, quietly };
}
