import { Checkbox } from '#ui/checkbox.tsx';
import { useEditing } from '#links/screens/editor/editing.tsx';
import { Section } from '#links/screens/editor/section.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { TimesGrid } from './times-grid.tsx';

/** L3: exactly these times are offered; hours and horizon do not apply. */
export function TimesSection() {
  const t = useLinkWords();
  const { link, edit, readOnly, errorOf } = useEditing();
  const error = errorOf('times');
  return (
    <Section name="times" title={t('times.title')} note={t('times.count', { count: link.times.length })}>
      <p className="-mt-2 mb-3 text-12 text-faint">{t('times.hint')}</p>
      <TimesGrid
        hostIds={link.chairs.flatMap((chair) => chair.candidateIds)}
        times={link.times}
        timeZone={link.timeZone}
        readOnly={readOnly}
        onChange={(times) => edit({ times }, true)}
      />
      {error && (
        <p role="alert" className="mt-1 text-12 text-danger">
          {error}
        </p>
      )}
      <Checkbox
        className="mt-3"
        checked={link.singleUse}
        readOnly={readOnly}
        onChange={(singleUse) => edit({ singleUse }, true)}
        hint={t('times.singleHint')}
      >
        {t('times.single')}
      </Checkbox>
      <Checkbox
        checked={link.offerAnyway}
        readOnly={readOnly}
        onChange={(offerAnyway) => edit({ offerAnyway }, true)}
        hint={t('times.anywayHint')}
      >
        {t('times.anyway')}
      </Checkbox>
    </Section>
  );
}
