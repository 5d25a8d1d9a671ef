import { useLinkWords } from '../words.ts';
import { DurationsSetting } from './durations-setting.tsx';
import { useEditing } from './editing.tsx';
import { HorizonSetting } from './horizon-setting.tsx';
import { LengthSetting } from './length-setting.tsx';
import { Section, SettingRow } from './section.tsx';
import { ChoiceSetting, NumberSetting } from './settings.tsx';

const INCREMENTS = [5, 10, 15, 20, 30, 45, 60, 90, 120];
const A_YEAR = 525_600;

/** How long, how soon, how far ahead (A4–A6). Specific times bring their own lengths. */
export function DurationSection() {
  const t = useLinkWords();
  const { link } = useEditing();
  const isFixed = link.kind === 'specific-times';
  return (
    <Section name="duration" title={t(isFixed ? 'section.notice' : 'section.duration')}>
      {!isFixed && (
        <SettingRow>
          <DurationsSetting />
          <IncrementSetting />
        </SettingRow>
      )}
      <SettingRow>
        <NoticeSetting />
        {!isFixed && <HorizonSetting />}
      </SettingRow>
      <SettingRow>
        <BufferSetting field="bufferBeforeMinutes" label={t('duration.before')} />
        <BufferSetting field="bufferAfterMinutes" label={t('duration.after')} />
      </SettingRow>
      <p className="mt-1 text-12 text-faint">{t('duration.buffersHint')}</p>
    </Section>
  );
}

function IncrementSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const figures = [...new Set([...INCREMENTS, ...link.durationsMinutes, link.incrementMinutes ?? 30])];
  const sorted = figures.toSorted((one, other) => one - other);
  return (
    <ChoiceSetting
      path="incrementMinutes"
      label={t('duration.every')}
      items={[
        { value: 'duration', label: t('duration.everyDuration') },
        ...sorted.map((minutes) => ({
          value: String(minutes),
          label: t('duration.minutes', { count: minutes }),
        })),
      ]}
      value={link.incrementMinutes === null ? 'duration' : String(link.incrementMinutes)}
      onChange={(value) => edit({ incrementMinutes: value === 'duration' ? null : Number(value) }, true)}
    />
  );
}

function NoticeSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <LengthSetting
      path="minimumNoticeMinutes"
      label={t('duration.notice')}
      hint={t('duration.noticeHint')}
      minutes={link.minimumNoticeMinutes}
      mostMinutes={A_YEAR}
      onChange={(minimumNoticeMinutes) => edit({ minimumNoticeMinutes })}
    />
  );
}

function BufferSetting({
  field,
  label,
}: {
  field: 'bufferBeforeMinutes' | 'bufferAfterMinutes';
  label: string;
}) {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <NumberSetting
      path={field}
      label={label}
      value={link[field]}
      onChange={(minutes) => minutes !== null && edit({ [field]: minutes })}
      unit={t('duration.min')}
      min={0}
      max={1440}
      step={5}
    />
  );
}
