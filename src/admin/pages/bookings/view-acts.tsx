import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { useBookingWords } from '#bookings/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { namesFilter } from './bookings-search.ts';
import type { BookingsList } from './use-bookings.ts';
import { useViewActs } from './use-view-acts.ts';
import { ViewDialog } from './view-dialog.tsx';

/** Keeps the list as it is by a name; changes one that was kept. */
export function ViewActs({ list }: { list: BookingsList }) {
  const t = useBookingWords();
  const [asked, ask] = useState<'new' | 'rename' | null>(null);
  const acts = useViewActs(list);
  const kept = list.saved.find(({ id, editable }) => id === list.search.view && editable);
  const isChanged = namesFilter(list.search);
  return (
    <>
      {kept && isChanged && (
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
      <ViewDialog
        key={`${asked} ${kept?.id}`}
        open={asked !== null}
        view={asked === 'rename' ? kept : undefined}
        onClose={() => ask(null)}
        onSave={(given) => (asked === 'rename' && kept ? acts.rename(kept, given) : acts.save(given))}
      />
    </>
  );
}
