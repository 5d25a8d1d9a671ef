import { Link } from '@tanstack/react-router';
import { Merge } from 'lucide-react';
import type { MergedKind } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { MenuLink } from '#ui/menu.tsx';

/** In a record's menu: the way to make one of it and another. */
export function MergeEntry({ kind, id }: { kind: MergedKind; id: string }) {
  const t = useMergingWords();
  return (
    <MenuLink icon={Merge} render={<Link to="/merge/$kind/$id" params={{ kind, id }} />}>
      {t('mergeWith')}
    </MenuLink>
  );
}
