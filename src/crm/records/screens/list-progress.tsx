import { Button } from '#ui/button.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { Progress } from './use-bulk-acts.ts';
import { useListWords } from './words.ts';

/** How far an act on many records is; it can be stopped, what was done stays done. */
export function ListProgress({ progress, onStop }: { progress: Progress; onStop: () => void }) {
  const t = useListWords();
  const language = useLanguage();
  const { asked, of } = progress;
  const figures = { done: asked.toLocaleString(language), of: of.toLocaleString(language) };
  return (
    <section
      aria-label={t('bulk.going')}
      className="flex min-h-(--bar) shrink-0 flex-wrap items-center gap-3 border-t border-line bg-side px-6 py-2 max-tablet:px-4"
    >
      <output className="tabular font-medium">{t('bulk.progress', figures)}</output>
      <progress
        aria-label={t('bulk.going')}
        value={asked}
        max={of}
        className="h-1.5 w-40 accent-accent max-phone:w-full"
      />
      <Button kind="quiet" onClick={onStop} className="ms-auto">
        {t('bulk.stop')}
      </Button>
    </section>
  );
}
