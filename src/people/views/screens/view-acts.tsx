import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import type { SavedView } from '#people/screens/view-queries.ts';
import type { KeptList } from './kept-list.ts';
import { useViewActs } from './use-view-acts.ts';
import { ViewDialog } from './view-dialog.tsx';
import { useViewWords } from './words.ts';

/** Keeps a list as it is by a name; changes one that was kept, or makes it the one the list opens with. */
export function ViewActs(list: KeptList) {
  const t = useViewWords();
  const [asked, ask] = useState<'new' | 'rename' | null>(null);
  const acts = useViewActs(list);
  const kept = list.saved.find(({ id }) => id === list.view);
  return (
    <>
      {kept?.editable && list.isChanged && (
        <Button kind="quiet" onClick={() => acts.keep(kept)}>
          {t('saveChanges')}
        </Button>
      )}
      {kept && <ViewMenu view={kept} acts={acts} onRename={() => ask('rename')} />}
      <Button kind="quiet" icon={Plus} onClick={() => ask('new')}>
        {t('save')}
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

interface ViewMenuProps {
  view: SavedView;
  acts: ReturnType<typeof useViewActs>;
  onRename: () => void;
}

function ViewMenu({ view, acts, onRename }: ViewMenuProps) {
  const t = useViewWords();
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t('more', { name: view.name })} />}>
      <MenuItem onSelect={() => acts.open(view)}>{t(view.default ? 'openWithout' : 'openWith')}</MenuItem>
      {view.editable && (
        <>
          <MenuItem onSelect={onRename}>{t('rename')}</MenuItem>
          <MenuItem onSelect={() => acts.share(view)}>{t(view.shared ? 'unshare' : 'share')}</MenuItem>
          <MenuLine />
          <MenuItem danger onSelect={() => acts.remove(view)}>
            {t('delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
