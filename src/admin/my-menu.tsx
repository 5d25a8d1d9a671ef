import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { Avatar } from '#ui/avatar.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { request } from '#ui/request.ts';
import { openKeys } from './commands.ts';
import { useMe } from './use-me.ts';
import { useAdminWords } from './words.ts';

/** Who one is, and the way out. */
export function MyMenu() {
  const t = useAdminWords();
  const go = useNavigate();
  return (
    <Menu trigger={<Me />} align="start" side="top">
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

function Me(props: Record<string, unknown>) {
  const { member } = useMe();
  return (
    <button
      type="button"
      {...props}
      className="mt-auto flex min-h-8 items-center gap-2 rounded-s px-2 py-1.5 text-left hover:bg-hover data-popup-open:bg-press touch:min-h-11 max-tablet:px-2"
    >
      <Avatar id={member.id} name={member.name} />
      <bdi className="truncate max-tablet:sr-only max-phone:not-sr-only" title={member.name}>
        {member.name}
      </bdi>
    </button>
  );
}

async function signOut(): Promise<void> {
  await request('POST', '/api/auth/sign-out', { body: {} });
  window.location.assign('/sign-in');
}
