import { Ellipsis, KeyRound, Unplug } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import type { OutsideProblemCode } from '../problem.ts';
import { AccountDialog } from './account-dialog.tsx';
import type { AccountGroup } from './calendar-queries.ts';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { useConsent } from './use-consent.ts';
import { useOutsideWords } from './words.ts';

type Open = 'change' | 'disconnect' | null;

/** What only its owner can mend: what one signs in with, or where it is. */
const SIGN_IN = new Set<OutsideProblemCode | null>(['sign-in', 'revoked', 'forbidden']);

/** A sign-in: what it is called, where it leads, and what can be done about it. */
export function AccountHead({ memberId, group }: { memberId: string; group: AccountGroup }) {
  const t = useOutsideWords();
  const [open, setOpen] = useState<Open>(null);
  const { account, calendars } = group;
  const isShut = calendars.some(({ sync, health }) => sync && SIGN_IN.has(health.code));
  const close = () => setOpen(null);
  return (
    <header className="mb-2 flex min-h-8 items-center gap-x-2 gap-y-1.5 max-phone:flex-wrap">
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold wrap-anywhere">
          <bdi>{account.name}</bdi>
        </h3>
        <p className="truncate text-12 text-faint">
          <bdi>{useWhere(group)}</bdi>
        </p>
      </div>
      {isShut && (
        <div className="max-phone:order-1 max-phone:basis-full">
          <SignInAgain memberId={memberId} group={group} onPassword={() => setOpen('change')} />
        </div>
      )}
      <Menu trigger={<IconButton icon={Ellipsis} label={t('more', { name: account.name })} />}>
        <MenuItem icon={KeyRound} onSelect={() => setOpen('change')}>
          {t(`account.change.${group.kind}`)}
        </MenuItem>
        <MenuItem icon={Unplug} danger onSelect={() => setOpen('disconnect')}>
          {t('account.disconnect')}
        </MenuItem>
      </Menu>
      {open === 'change' && <AccountDialog memberId={memberId} group={group} onClose={close} />}
      {open === 'disconnect' && <DisconnectDialog memberId={memberId} group={group} onClose={close} />}
    </header>
  );
}

/** 'anna · cloud.termika.example' */
function useWhere({ account: { name, url, username }, kind }: AccountGroup): string {
  const t = useOutsideWords();
  const place = kind === 'google' || kind === 'microsoft' ? t(`service.${kind}`) : hostOf(url);
  return [username !== name && username, place].filter(Boolean).join(' · ');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function SignInAgain(props: { memberId: string; group: AccountGroup; onPassword: () => void }) {
  const t = useOutsideWords();
  const { kind } = props.group;
  const consent = useConsent(props.memberId);
  if (kind === 'google' || kind === 'microsoft') {
    return (
      <Button busy={consent.isPending} onClick={() => consent.mutate(kind)}>
        {t('account.signInAgain')}
      </Button>
    );
  }
  return <Button onClick={props.onPassword}>{t(`account.change.${kind}`)}</Button>;
}
