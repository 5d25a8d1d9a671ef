import { writeToClipboard } from '#ui/clipboard.ts';
import { useToast } from '#ui/toast.tsx';
import { usePeopleWords } from './words.ts';

/** Puts text on the clipboard and says so; over plain http browsers have none. */
export function useCopy(): (text: string) => void {
  const t = usePeopleWords();
  const toast = useToast();
  return (text) => {
    void writeToClipboard(text).then(
      () => toast.done(t('security.codes.copied')),
      () => toast.failed(t('security.codes.notCopied')),
    );
  };
}
