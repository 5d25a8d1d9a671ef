import { UserRound } from 'lucide-react';
import { MenuItem } from '#ui/menu.tsx';
import { useLinkWords } from '#links/screens/words.ts';

/** In a person's menu: an address of a link that knows them (C4). */
export function PersonalLinkEntry({ onSelect }: { onSelect: () => void }) {
  const t = useLinkWords();
  return (
    <MenuItem icon={UserRound} onSelect={onSelect}>
      {t('personal.copyAct')}
    </MenuItem>
  );
}
