import { Download, Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuLine, MenuLink } from '#ui/menu.tsx';
import { useListWords } from './words.ts';

export interface ListMenuProps {
  /** Where the file of the whole list is. */
  download: string;
  /** Entries of the page this list stands on: MenuItem, MenuLink. */
  more?: ReactNode;
}

/** What is done with a whole list now and then. */
export function ListMenu({ download, more }: ListMenuProps) {
  const t = useListWords();
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t('menu')} />}>
      <MenuLink icon={Download} render={<a href={download} download aria-label={t('download')} />}>
        {t('download')}
      </MenuLink>
      {more && <MenuLine />}
      {more}
    </Menu>
  );
}
