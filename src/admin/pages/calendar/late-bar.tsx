import { LoadingBar, useLate } from '#ui/skeleton.tsx';
import { useCalendarWords } from './words.ts';

/** Above the old days while new ones come, once waiting has become noticeable. */
export function LateBar() {
  const t = useCalendarWords();
  const isLate = useLate();
  return (
    <div className="absolute inset-x-0 top-0 z-20">
      <output className="sr-only">{isLate ? t('loading') : ''}</output>
      {isLate && <LoadingBar />}
    </div>
  );
}
