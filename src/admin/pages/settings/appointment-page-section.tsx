import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExternalLink, Plus } from 'lucide-react';
import { linkQuery, type LinkPage } from '#links/screens/link-queries.ts';
import type { WorkspaceView } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { useWorkspaceSave } from '#people/screens/workspace-save.ts';
import { CopyField } from '#ui/copy-field.tsx';
import { Field } from '#ui/field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { request } from '#ui/request.ts';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { Select } from '#ui/select.tsx';
import { SettingsPart, SettingsSection } from '#ui/settings-section.tsx';
import { Switch } from '#ui/switch.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { Agents } from './agents.tsx';
import { useSettingsWords } from './words.ts';

/** B8: the company-wide page: open or closed, which link it shows, who takes its meetings, where it is. */
export function AppointmentPageSection() {
  const t = useSettingsWords();
  const { workspace } = useMe();
  const autosave = useWorkspaceSave();
  const { linkId } = workspace.appointmentPage;
  const link = useQuery({ ...linkQuery(linkId ?? ''), enabled: linkId !== null });
  return (
    <SettingsSection title={t('section.appointment-page')} help={t('page.help')}>
      <SaveConflict
        autosave={autosave}
        names={{ appointmentPage: t('section.appointment-page') }}
        show={(_, value) => <Shown page={value as WorkspaceView['appointmentPage']} />}
      />
      <div className="grid gap-5">
        <OpenSwitch autosave={autosave} />
        <WhichLink autosave={autosave} />
        <Address />
      </div>
      {linkId && link.data && <Agents key={linkId} link={link.data} />}
    </SettingsSection>
  );
}

function Shown({ page }: { page: WorkspaceView['appointmentPage'] }) {
  const t = useSettingsWords();
  const { data } = useQuery({ ...linkQuery(page.linkId ?? ''), enabled: page.linkId !== null });
  return `${t(page.enabled ? 'page.isOpen' : 'page.isClosed')}, ${data?.title ?? t('page.noLink')}`;
}

type Saves = Autosave<WorkspaceView>;

function OpenSwitch({ autosave: { save, errors } }: { autosave: Saves }) {
  const t = useSettingsWords();
  const { appointmentPage } = useMe().workspace;
  return (
    <div>
      <Switch
        checked={appointmentPage.enabled}
        onChange={(enabled) => void save({ appointmentPage: { ...appointmentPage, enabled } })}
        hint={t(appointmentPage.enabled ? 'page.openHint' : 'page.closedHint')}
      >
        {t('page.open')}
      </Switch>
      {errors.appointmentPage && (
        <p role="alert" className="text-12 text-danger">
          {errors.appointmentPage}
        </p>
      )}
    </div>
  );
}

function WhichLink({ autosave: { save, errors } }: { autosave: Saves }) {
  const t = useSettingsWords();
  const { appointmentPage } = useMe().workspace;
  const links = useQuery({
    queryKey: ['links', 'all'],
    queryFn: async ({ signal }) => (await request<LinkPage>('GET', '/api/links?limit=200', { signal })).items,
  });
  const items = (links.data ?? [])
    .filter(({ kind }) => kind !== 'specific-times')
    .map(({ id, title, active }) => ({
      value: id,
      label: title,
      hint: active ? undefined : t('page.linkOff'),
    }));
  return (
    <Field
      label={t('page.link')}
      hint={t('page.linkHint')}
      error={errors['appointmentPage.linkId']}
      aside={
        <LinkButton
          kind="quiet"
          icon={Plus}
          render={<Link to="/links/new" search={{ kind: 'round-robin' }} />}
        >
          {t('page.newLink')}
        </LinkButton>
      }
    >
      <Select
        items={items}
        value={appointmentPage.linkId}
        placeholder={t('page.noLink')}
        onChange={(linkId) => void save({ appointmentPage: { ...appointmentPage, linkId } })}
      />
    </Field>
  );
}

function Address() {
  const t = useSettingsWords();
  const { publicUrl, workspace } = useMe();
  const url = `${publicUrl}/book_appointment`;
  return (
    <SettingsPart
      title={t('page.address')}
      aside={
        workspace.appointmentPage.linkId && (
          <LinkButton
            icon={ExternalLink}
            render={<a href={url} target="_blank" rel="noreferrer" aria-label={t('page.see')} />}
          >
            {t('page.see')}
          </LinkButton>
        )
      }
    >
      <CopyField label={t('page.address')} value={url} />
    </SettingsPart>
  );
}
