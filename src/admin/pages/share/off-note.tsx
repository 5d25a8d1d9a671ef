import { Button } from '#ui/button.tsx';
import { Note } from '#ui/note.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useLinkActs } from '../links/use-link-acts.ts';
import { useMayEdit } from '../links/use-may-edit.ts';
import { useShareWords } from './words.ts';

/** Whoever shares a link that is off should know. */
export function OffNote({ link }: { link: LinkView }) {
  const t = useShareWords();
  const mayEdit = useMayEdit()(link);
  const { turn } = useLinkActs();
  if (link.active) return null;
  return (
    <Note
      tone="wait"
      className="mb-4"
      action={mayEdit && <Button onClick={() => turn(link, true)}>{t('switchOn')}</Button>}
    >
      {t('off')}
    </Note>
  );
}
