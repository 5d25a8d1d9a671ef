import { Link } from '@tanstack/react-router';
import { CopyCheck, Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListName } from '#crm/records/screens/list-kind.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import type { ImportKind } from '#crm/transfer/import.ts';
import { useTransferWords } from '#crm/transfer/screens/words.ts';
import { MenuLink } from '#ui/menu.tsx';

const KINDS: Partial<Record<ListName, ImportKind>> = {
  companies: 'company',
  contacts: 'contact',
  leads: 'lead',
};

/** Entries of a list's menu, for every kind of record in one place: MenuLink, MenuItem. */
export function listLinks(list: ListName): ReactNode {
  const kind = KINDS[list];
  return (
    kind && (
      <>
        <ImportLink kind={kind} />
        <DuplicatesLink kind={kind} />
      </>
    )
  );
}

function ImportLink({ kind }: { kind: ImportKind }) {
  const t = useTransferWords();
  return (
    <MenuLink icon={Upload} render={<Link to="/imports" search={{ kind }} />}>
      {t(`heading.${kind}`)}
    </MenuLink>
  );
}

function DuplicatesLink({ kind }: { kind: ImportKind }) {
  const t = useMergingWords();
  return (
    <MenuLink icon={CopyCheck} render={<Link to="/duplicates" search={{ kind }} />}>
      {t('title')}
    </MenuLink>
  );
}
