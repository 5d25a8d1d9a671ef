import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { CustomFieldDialog } from '#crm/fields/screens/custom-field-dialog.tsx';
import { CustomFieldList } from '#crm/fields/screens/custom-field-list.tsx';
import { CUSTOM_KINDS, type CustomField } from '#crm/fields/screens/custom-field-queries.ts';
import { TrashedFields } from '#crm/fields/screens/trashed-fields.tsx';
import { useFieldWords } from '#crm/fields/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { useSettingsWords } from './words.ts';

const here = getRouteApi('/settings/fields');

/** The fields that the workspace adds to its records, kind by kind. */
export function FieldsSection() {
  const t = useSettingsWords();
  const say = useFieldWords();
  const { kind = 'company' } = here.useSearch();
  const [open, setOpen] = useState<CustomField | 'new' | null>(null);
  const make = () => setOpen('new');
  useShortcuts({ c: make });
  const action = (
    <Button icon={Plus} shortcut="C" onClick={make}>
      {say('custom.new')}
    </Button>
  );
  return (
    <SettingsSection title={t('section.fields')} help={t('fields.help')} action={action}>
      <Tabs label={say('custom.kinds')} flush>
        {CUSTOM_KINDS.map((one) => (
          <Tab
            key={one}
            current={one === kind}
            render={<Link to="/settings/fields" search={{ kind: one }} />}
          >
            {say(`custom.kind.${one}`)}
          </Tab>
        ))}
      </Tabs>
      <div className="pt-4">
        <CustomFieldList key={kind} kind={kind} onNew={make} onEdit={setOpen} />
      </div>
      <TrashedFields key={`${kind} trash`} kind={kind} />
      {open && (
        <CustomFieldDialog
          kind={kind}
          field={open === 'new' ? undefined : open}
          onClose={() => setOpen(null)}
        />
      )}
    </SettingsSection>
  );
}
