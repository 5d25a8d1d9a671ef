import { useEffect, useState } from 'react';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';

/** Rows that will be there, of their true height; nothing at all for the first 200 ms. */
export function Skeleton({
  rows = 5,
  label,
  row = 'list',
}: {
  rows?: number;
  label?: string;
  row?: 'list' | 'text';
}) {
  const t = usePartWords();
  const late = useLate();
  return (
    <div aria-busy className="min-w-0">
      <output className="sr-only">{late ? (label ?? t('parts.loading')) : ''}</output>
      <div aria-hidden className={late ? undefined : 'invisible'}>
        {row === 'list' && <LoadingBar />}
        {Array.from({ length: rows }, (_, index) =>
          row === 'list' ? <ListRow key={index} index={index} /> : <TextRow key={index} index={index} />,
        )}
      </div>
    </div>
  );
}

/** Two pixels that move: also above old rows while new ones come. */
export function LoadingBar() {
  return (
    <div aria-hidden className="h-0.5 overflow-hidden bg-line">
      <div className="h-full w-2/5 animate-slide bg-accent" />
    </div>
  );
}

const WIDTHS = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-2/3'];
const BONE = 'h-2.5 rounded-xs bg-press';

function ListRow({ index }: { index: number }) {
  return (
    <div className="flex h-(--row) items-center gap-8 overflow-hidden border-b border-line px-6 max-tablet:px-4 max-phone:h-14">
      <span className={classNames(BONE, 'w-18 shrink-0')} />
      <span className="min-w-0 flex-1">
        <span className={classNames(BONE, 'block', WIDTHS[index % 5])} />
      </span>
      <span className={classNames(BONE, 'w-24 shrink-0 max-phone:hidden')} />
      <span className={classNames(BONE, 'w-14 shrink-0 max-phone:hidden')} />
    </div>
  );
}

function TextRow({ index }: { index: number }) {
  return (
    <div className="flex h-7 items-center">
      <span className={classNames(BONE, WIDTHS[index % 5])} />
    </div>
  );
}

/** True once waiting has become noticeable. */
export function useLate(ms = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}
