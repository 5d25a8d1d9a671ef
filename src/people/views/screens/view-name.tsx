import { Pin } from 'lucide-react';
import type { SavedView } from '#people/screens/view-queries.ts';
import { useViewWords } from './words.ts';

/** The name of a saved view on its tab: whether others see it, and whether one's list opens with it. */
export function ViewName({ view }: { view: SavedView }) {
  const t = useViewWords();
  const { name, shared } = view;
  return (
    <>
      <bdi className="max-w-50 truncate" title={shared ? `${name} (${t('shared')})` : name}>
        {name}
      </bdi>
      {view.default && (
        <>
          <Pin aria-hidden className="size-3 shrink-0 text-faint" strokeWidth={1.75} />
          <span className="sr-only">({t('opens')})</span>
        </>
      )}
    </>
  );
}
