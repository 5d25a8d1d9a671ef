import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExternalLink, Plus } from 'lucide-react';
import type { WorkspaceView } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { useWorkspaceSave } from '#people/screens/workspace-save.ts';
import { CopyField } from '#ui/copy-field.tsx';
import { Field } from '#ui/field.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { Select } from '#ui/select.tsx';
import { SettingsPart, SettingsSection } from '#ui/settings-section.tsx';
import { Switch } from '#ui/switch.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { Agents } from './agents.tsx';
import { allLinksQuery } from './all-links.ts';
import { useSettingsWords } from './words.ts';

/** B8: the company-wide page: open or closed, which link it shows, who takes its meetings, where it is. */
export function AppointmentPageSection() {
  const t = useSettingsWords();
  const { workspace } = useMe();
  const autosave = useWorkspaceSave();
  const { linkId } = workspace.appointmentPage;
  const { data: links = [] } = useQuery(allLinksQuery);
  const link = links.find(({ id }) => id === linkId);
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
      {link && <Agents key={link.id} link={link} />}
    </SettingsSection>
  );
}

function Shown({ page }: { page: WorkspaceView['appointmentPage'] }) {
  const t = useSettingsWords();
  const { data } = useQuery(allLinksQuery);
  const link = data?.find(({ id }) => id === page.linkId);
  return `${t(page.enabled ? 'page.isOpen' : 'page.isClosed')}, ${link?.title ?? t('page.noLink')}`;
}

type Saves = Autosave<WorkspaceView>;

function OpenSwitch({ autosave: { draft, save, errors } }: { autosave: Saves }) {
  const t = useSettingsWords();
  const { appointmentPage } = draft;
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

function WhichLink({ autosave: { draft, save, errors } }: { autosave: Saves }) {
  const t = useSettingsWords();
  const { appointmentPage } = draft;
  const links = useQuery(allLinksQuery);
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
