import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import type { ListedRecord } from './list-kind.ts';
import { isChanged } from './list-search.ts';
import { ListViewDialog } from './list-view-dialog.tsx';
import { useListViews } from './use-list-views.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

/** Keeps the list as it is by a name; changes one that was kept. */
export function ListViewActs<Row extends ListedRecord>({ list }: { list: RecordListNow<Row> }) {
  const t = useListWords();
  const [asked, ask] = useState<'new' | 'rename' | null>(null);
  const acts = useListViews(list);
  const kept = list.saved.find(({ id, editable }) => id === list.search.view && editable);
  return (
    <>
      {kept && isChanged(list.search) && (
        <Button kind="quiet" onClick={() => acts.keep(kept)}>
          {t('views.saveChanges')}
        </Button>
      )}
      {kept && (
        <Menu trigger={<IconButton icon={Ellipsis} label={t('views.more', { name: kept.name })} />}>
          <MenuItem onSelect={() => ask('rename')}>{t('views.rename')}</MenuItem>
          <MenuItem onSelect={() => acts.share(kept)}>
            {t(kept.shared ? 'views.unshare' : 'views.share')}
          </MenuItem>
          <MenuLine />
          <MenuItem danger onSelect={() => acts.remove(kept)}>
            {t('views.delete')}
          </MenuItem>
        </Menu>
      )}
      <Button kind="quiet" icon={Plus} onClick={() => ask('new')}>
        {t('views.save')}
      </Button>
      <ListViewDialog
        key={`${asked} ${kept?.id}`}
        open={asked !== null}
        view={asked === 'rename' ? kept : undefined}
        onClose={() => ask(null)}
        onSave={(given) => (asked === 'rename' && kept ? acts.rename(kept, given) : acts.save(given))}
      />
    </>
  );
}
