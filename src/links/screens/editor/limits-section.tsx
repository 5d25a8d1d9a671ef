import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { LengthSetting } from './length-setting.tsx';
import { Section, SettingRow } from './section.tsx';
import { NumberSetting } from './settings.tsx';

const A_MONTH = 43_200;

/** Caps (A8) and until when visitors may move their meeting (E7). */
export function LimitsSection() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <Section name="limits" title={t('section.limits')}>
      <SettingRow of={3}>
        <CapSetting field="perHostPerDay" max={1000} />
        <CapSetting field="perDay" max={10_000} />
        <CapSetting field="perWeek" max={10_000} />
      </SettingRow>
      <SettingRow>
        <LengthSetting
          path="cutOffMinutes"
          label={t('limits.cutOff')}
          hint={t('limits.cutOffHint')}
          minutes={link.cutOffMinutes}
          mostMinutes={A_MONTH}
          onChange={(cutOffMinutes) => edit({ cutOffMinutes })}
        />
      </SettingRow>
    </Section>
  );
}

function CapSetting({ field, max }: { field: 'perHostPerDay' | 'perDay' | 'perWeek'; max: number }) {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <NumberSetting
      path={`caps.${field}`}
      label={t(`limits.${field}`)}
      value={link.caps[field] ?? null}
      emptyMeans={t('limits.none')}
      onChange={(figure) => edit({ caps: { ...link.caps, [field]: figure } })}
      min={1}
      max={max}
    />
  );
}
