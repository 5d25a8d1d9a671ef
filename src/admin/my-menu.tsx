import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { openKeys } from './commands.ts';
import { MyButton } from './my-button.tsx';
import { signOut } from './sign-out.ts';
import { useAdminWords } from './words.ts';

/** What is one's own, and the way out. Comes when its button was pressed, so it is open. */
export function MyMenu() {
  const t = useAdminWords();
  const go = useNavigate();
  return (
    <Menu trigger={<MyButton />} align="start" side="top" defaultOpen>
      <MenuItem icon={Settings} onSelect={() => void go({ to: '/settings' })}>
        {t('me.settings')}
      </MenuItem>
      <MenuItem icon={Keyboard} shortcut="?" onSelect={openKeys}>
        {t('me.keys')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        {t('me.signOut')}
      </MenuItem>
    </Menu>
  );
}
