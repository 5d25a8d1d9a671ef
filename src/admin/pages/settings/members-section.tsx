import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { MemberPanel } from '#people/screens/member-panel.tsx';
import type { MemberView } from '#people/screens/member-queries.ts';
import { MembersList } from '#people/screens/members-list.tsx';
import { NewMember } from '#people/screens/new-member.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { PanelSection } from '#ui/side-panel.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useTitle } from '#ui/title.ts';
import { MemberActive } from './member-active.tsx';
import { useSettingsWords } from './words.ts';

const route = getRouteApi('/settings/members');

/** Who works here; one open beside the list. */
export function MembersSection() {
  const t = useSettingsWords();
  const me = useMe();
  const { member } = route.useSearch();
  const go = useNavigate();
  const [isInviting, setInviting] = useState(false);
  useTitle(t('section.members'));
  useShortcuts(me.isAdmin ? { c: () => setInviting(true) } : {});
  const open = (id?: string) => void go({ to: '/settings/members', search: id ? { member: id } : {} });
  const added = ({ id }: MemberView) => {
    setInviting(false);
    open(id);
  };
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1">
      <section className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Head onInvite={() => setInviting(true)} />
        <MembersList
          active={member ?? null}
          rowLink={({ id }) => <Link to="/settings/members" search={{ member: id }} />}
        />
      </section>
      {member && (
        <MemberPanel
          memberId={member}
          onClose={() => open()}
          more={(one, save) => <More member={one} save={save} />}
        />
      )}
      <NewMember open={isInviting} onClose={() => setInviting(false)} onAdded={added} />
    </div>
  );
}

function Head({ onInvite }: { onInvite: () => void }) {
  const t = useSettingsWords();
  const { isAdmin } = useMe();
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-6 pt-5 pb-2 max-tablet:px-4">
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="text-16 font-semibold">{t('section.members')}</h2>
        <p className="text-muted">{t(isAdmin ? 'members.help' : 'members.helpOthers')}</p>
      </div>
      {isAdmin && (
        <Button kind="primary" icon={UserPlus} shortcut="C" onClick={onInvite}>
          {t('members.invite')}
        </Button>
      )}
    </header>
  );
}

function More({
  member,
  save,
}: {
  member: MemberView;
  save: (change: Partial<MemberView>) => Promise<boolean>;
}) {
  const t = useSettingsWords();
  return (
    <>
      <PanelSection title={t('section.hours')}>
        <Link to="/settings/hours" search={{ member: member.id }} className={TEXT_LINK}>
          {t('members.hours', { name: member.name })}
        </Link>
      </PanelSection>
      <PanelSection>
        <MemberActive member={member} save={save} />
      </PanelSection>
    </>
  );
}
