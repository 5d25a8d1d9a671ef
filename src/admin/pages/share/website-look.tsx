import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Select } from '#ui/select.tsx';
import type { Wish } from './snippet.ts';
import { useShareWords } from './words.ts';

export type Look = Omit<Wish, 'url' | 'color'>;

const MODES = ['inline', 'dialog', 'float'] as const;
const THEMES = ['auto', 'light', 'dark'] as const;
const LANGUAGES = ['auto', 'en', 'fr', 'pl'] as const;
const MOST_SIGNS = 80;

interface WebsiteLookProps {
  look: Look;
  onChange: (change: Partial<Look>) => void;
}

export function WebsiteLook({ look, onChange }: WebsiteLookProps) {
  const t = useShareWords();
  return (
    <div className="grid grid-cols-1 gap-4">
      <Field label={t('website.how')}>
        <RadioGroup
          items={MODES.map((value) => ({
            value,
            label: t(`website.mode.${value}`),
            hint: t(`website.mode.${value}Hint`),
          }))}
          value={look.mode}
          onChange={(mode) => onChange({ mode })}
        />
      </Field>
      <div className="grid grid-cols-2 items-start gap-4 max-phone:grid-cols-1">
        <Field label={t('website.theme')}>
          <Select
            items={THEMES.map((value) => ({ value, label: t(`website.themes.${value}`) }))}
            value={look.theme}
            onChange={(theme) => onChange({ theme })}
          />
        </Field>
        <Field label={t('website.language')}>
          <Select
            items={LANGUAGES.map((value) => ({ value, label: t(`website.languages.${value}`) }))}
            value={look.language}
            onChange={(language) => onChange({ language })}
          />
        </Field>
      </div>
      {look.mode !== 'inline' && <ButtonText look={look} onChange={onChange} />}
    </div>
  );
}

function ButtonText({ look, onChange }: WebsiteLookProps) {
  const t = useShareWords();
  return (
    <Field label={t('website.text')} hint={t('website.textHint', { words: t('website.book') })}>
      <Input
        value={look.text}
        placeholder={t('website.book')}
        maxLength={MOST_SIGNS}
        onChange={(text) => onChange({ text })}
      />
    </Field>
  );
}
