import { Button } from '#ui/button.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import type { Said } from './use-offering.ts';

/** What was last done or refused, below the grid; its height stays when it has nothing to say. */
export function TimesSaid({ said }: { said: Said | null }) {
  const t = useLinkWords();
  return (
    <div className="my-1 flex min-h-7 items-center gap-2 text-12">
      <output className={said?.isRefusal ? 'text-danger' : 'text-muted'}>{said?.words}</output>
      {said?.undo && (
        <Button kind="quiet" onClick={said.undo}>
          {t('times.undo')}
        </Button>
      )}
    </div>
  );
}
