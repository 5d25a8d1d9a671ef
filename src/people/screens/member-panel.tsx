import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Field } from '#ui/field.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { Problem } from '#ui/problem.tsx';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { SavedText } from '#ui/saved-text.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Switch } from '#ui/switch.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { ZoneField } from '#ui/zone-field.tsx';
import { Invitation } from './invitation.tsx';
import { LANGUAGES } from './languages.ts';
import { useMemberSave } from './member-acts.ts';
import { memberQuery, type MemberView } from './member-queries.ts';
import { MemberTwoFactor } from './member-two-factor.tsx';
import { MemberState } from './members-list.tsx';
import { PermissionBoxes } from './permission-boxes.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

export interface MemberPanelProps {
  memberId: string;
  onClose: () => void;
  /** Their hours, and the way out (N2): what later slices know of it. */
  more: (member: MemberView, save: Autosave<MemberView>['save']) => ReactNode;
}

/** One member: admins change everything, the others see it. */
export function MemberPanel({ memberId, onClose, more }: MemberPanelProps) {
  const t = usePeopleWords();
  const member = useQuery(memberQuery(memberId));
  return (
    <SidePanel
      label={member.data?.name ?? t('members.one')}
      onClose={onClose}
      head={member.data && <Head member={member.data} />}
    >
      {member.isPending && <Skeleton rows={6} row="text" />}
      {member.isError && <Problem title={t('members.failed')} onRetry={() => void member.refetch()} />}
      {member.data && <MemberFields key={memberId} member={member.data} more={more} />}
    </SidePanel>
  );
}

function Head({ member }: { member: MemberView }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <Avatar id={member.id} name={member.name} size="m" />
      <bdi className="truncate font-semibold" title={member.name}>
        {member.name}
      </bdi>
      <MemberState member={member} />
    </div>
  );
}

function MemberFields({ member, more }: { member: MemberView; more: MemberPanelProps['more'] }) {
  const t = usePeopleWords();
  const me = useMe();
  const autosave = useMemberSave(member);
  const readOnly = !me.isAdmin || (member.role === 'owner' && me.member.role !== 'owner');
  return (
    <>
      <SaveConflict autosave={autosave} names={useNames()} />
      {readOnly && (
        <p className="px-5 pt-4 text-muted">{t(me.isAdmin ? 'members.ownersOnly' : 'members.adminsOnly')}</p>
      )}
      {member.invited && member.active && !readOnly && (
        <PanelSection>
          <Invitation member={member} />
        </PanelSection>
      )}
      <PanelSection>
        <Identity {...{ member, autosave, readOnly }} />
      </PanelSection>
      <PanelSection title={t('members.rights')}>
        <Rights {...{ autosave, readOnly }} />
        {!readOnly && member.id !== me.member.id && <MemberTwoFactor member={member} />}
      </PanelSection>
      {!readOnly && more(member, autosave.save)}
    </>
  );
}

function useNames(): Partial<Record<keyof MemberView, string>> {
  const t = usePeopleWords();
  return {
    name: t('members.name'),
    email: t('members.email'),
    role: t('members.role'),
    seat: t('members.seat'),
    permissions: t('members.permissions'),
    timeZone: t('profile.zone'),
    locale: t('profile.language'),
    active: t('members.active'),
  };
}

interface PartProps {
  member: MemberView;
  autosave: Autosave<MemberView>;
  readOnly: boolean;
}

function Identity({ member, autosave: { save, errors }, readOnly }: PartProps) {
  const t = usePeopleWords();
  return (
    <div className="grid gap-4">
      <SavedText
        label={t('members.name')}
        value={member.name}
        error={errors.name}
        readOnly={readOnly}
        maxLength={120}
        onSave={(name) => save({ name })}
      />
      <SavedText
        label={t('members.email')}
        type="email"
        value={member.email}
        error={errors.email}
        readOnly={readOnly}
        onSave={(email) => save({ email })}
      />
      <Field label={t('profile.language')} error={errors.locale} readOnly={readOnly}>
        <Select items={LANGUAGES} value={member.locale} onChange={(locale) => void save({ locale })} />
      </Field>
      <Field label={t('profile.zone')} error={errors.timeZone} readOnly={readOnly}>
        <ZoneField value={member.timeZone} onChange={(timeZone) => void save({ timeZone })} />
      </Field>
    </div>
  );
}

function Rights({ autosave: { draft, save, errors }, readOnly }: Omit<PartProps, 'member'>) {
  const t = usePeopleWords();
  return (
    <div className="grid gap-4">
      <RoleChoice
        value={draft.role}
        onChange={(role) => void save({ role })}
        error={errors.role}
        readOnly={readOnly}
      />
      <Switch
        checked={draft.seat}
        onChange={(seat) => void save({ seat })}
        readOnly={readOnly}
        hint={t('members.seatHint')}
      >
        {t('members.seat')}
      </Switch>
      {draft.role === 'member' ? (
        <PermissionBoxes
          label={t('members.permissions')}
          value={draft.permissions}
          onChange={(permissions) => void save({ permissions })}
          readOnly={readOnly}
        />
      ) : (
        <p className="text-muted">{t('members.allPermissions')}</p>
      )}
    </div>
  );
}
