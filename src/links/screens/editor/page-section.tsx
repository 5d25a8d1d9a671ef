import { useMe } from '#people/screens/use-me.ts';
import { LocationSetting } from './location-setting.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { FooterSetting } from './footer-setting.tsx';
import { Section, SettingRow } from './section.tsx';
import { ChoiceSetting, LongTextSetting, TextSetting } from './settings.tsx';

const LANGUAGES = ['visitor', 'en', 'fr', 'pl'] as const;

/** Words and ways of the public page (B7, L6). */
export function PageSection() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <Section name="page" title={t('section.page')}>
      <SettingRow>
        <TextSetting
          path="title"
          label={t('page.title')}
          required
          maxLength={200}
          value={link.title}
          onChange={(title) => edit({ title })}
        />
        <AddressSetting />
      </SettingRow>
      <div className="mt-4 grid gap-4">
        <LongTextSetting
          path="description"
          label={t('page.description')}
          value={link.description ?? ''}
          onChange={(text) => edit({ description: text || null })}
        />
      </div>
      <LocationSetting />
      <FooterSetting />
      <SettingRow>
        <LanguageSetting />
        <RedirectSetting />
      </SettingRow>
    </Section>
  );
}

function RedirectSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <TextSetting
      path="redirectUrl"
      label={t('page.redirect')}
      hint={t('page.redirectHint')}
      type="url"
      placeholder="https://"
      value={link.redirectUrl ?? ''}
      onChange={(text) => edit({ redirectUrl: text.trim() || null })}
    />
  );
}

/** Spaces and capitals become what an address may hold while they are typed. */
function AddressSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const { workspace, publicUrl } = useMe();
  return (
    <TextSetting
      path="slug"
      label={t('page.address')}
      hint={t('page.addressHint', {
        address: `${publicUrl.replace(/^https?:\/\//, '')}/${workspace.slug}/${link.slug}`,
      })}
      required
      prefix={`/${workspace.slug}/`}
      value={link.slug}
      format={(text) => text.toLowerCase().replaceAll(/\s+/g, '-')}
      onChange={(slug) => edit({ slug })}
    />
  );
}

function LanguageSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <ChoiceSetting
      path="language"
      label={t('page.language')}
      items={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
      value={link.language}
      onChange={(language) => edit({ language }, true)}
    />
  );
}
