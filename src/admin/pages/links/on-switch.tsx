import { Switch } from '#ui/switch.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useLinkActs } from './use-link-acts.ts';
import { useMayEdit } from './use-may-edit.ts';

/** Absent for who may not: then only the word stands. */
export function OnSwitch({ link }: { link: LinkView }) {
  const t = useLinkWords();
  const mayEdit = useMayEdit()(link);
  const { turn } = useLinkActs();
  if (!mayEdit) return <span className="text-faint">{t(link.active ? 'list.isOn' : 'list.isOff')}</span>;
  return (
    <Switch
      className="relative z-1"
      aria-label={t('list.switch', { title: link.title })}
      checked={link.active}
      onChange={(active) => turn(link, active)}
    />
  );
}
