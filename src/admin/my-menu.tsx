import { Menu } from '@base-ui/react/menu';
import { useNavigate } from '@tanstack/react-router';
import { request } from '#ui/request.ts';
import { useMe } from './use-me.ts';
import { useAdminWords } from './words.ts';

const ITEM = 'flex h-8 items-center rounded-s px-2 outline-none data-highlighted:bg-hover touch:h-11';

/** Who one is, and the way out. */
export function MyMenu() {
  const t = useAdminWords();
  const go = useNavigate();
  const { member } = useMe();
  return (
    <Menu.Root>
      <Menu.Trigger className="mt-auto flex min-h-8 items-center gap-2 rounded-s px-2 py-1.5 text-left hover:bg-hover data-popup-open:bg-press max-tablet:px-0">
        <span
          className="grid size-5 flex-none place-items-center rounded-full bg-press text-[0.5625rem] font-semibold text-muted"
          aria-hidden
        >
          {initialsOf(member.name)}
        </span>
        <span className="truncate max-tablet:sr-only max-phone:not-sr-only">{member.name}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="top" align="start" sideOffset={4} className="z-50">
          <Menu.Popup className="grid min-w-52 rounded-r bg-bg p-1 shadow-pop outline-none">
            <Menu.Item className={ITEM} onClick={() => void go({ to: '/settings' })}>
              {t('me.settings')}
            </Menu.Item>
            <Menu.Item className={ITEM} onClick={() => void signOut()}>
              {t('me.signOut')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

async function signOut(): Promise<void> {
  await request('POST', '/api/auth/sign-out', { body: {} });
  window.location.assign('/sign-in');
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('');
}
