import { RadioGroup } from '#ui/radio-group.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { Section } from './section.tsx';
import { NumberSetting } from './settings.tsx';

const POLICIES = ['never', 'unknown', 'everyone'] as const;

/** Who must confirm their address first, and how long their time is held meanwhile (F1, F3). */
export function VerificationSection() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  return (
    <Section name="verification" title={t('section.verification')}>
      <RadioGroup
        aria-label={t('verification.who')}
        items={POLICIES.map((value) => ({
          value,
          label: t(`verification.${value}`),
          hint: t(`verification.${value}Hint`),
        }))}
        value={link.verification}
        onChange={(verification) => edit({ verification }, true)}
        readOnly={readOnly}
      />
      {link.verification !== 'never' && (
        <NumberSetting
          className="mt-4 max-w-60"
          path="holdMinutes"
          label={t('verification.hold')}
          hint={t('verification.holdHint')}
          value={link.holdMinutes}
          onChange={(holdMinutes) => holdMinutes !== null && edit({ holdMinutes })}
          unit={t('duration.min')}
          min={15}
          max={1440}
        />
      )}
    </Section>
  );
}
