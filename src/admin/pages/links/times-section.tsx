import { OfferTerms } from '#bookings/screens/times/offer-terms.tsx';
import type { Offering } from '#bookings/screens/times/offered-time.ts';
import { TimesPicker } from '#bookings/screens/times/times-picker.tsx';
import { useEditing } from '#links/screens/editor/editing.tsx';
import { Section } from '#links/screens/editor/section.tsx';
import { useLinkWords } from '#links/screens/words.ts';

/** L3: exactly these times are offered; hours and horizon do not apply. */
export function TimesSection() {
  const t = useLinkWords();
  const { link, edit, readOnly, errorOf } = useEditing();
  const error = errorOf('times');
  const change = ({ times, ...rest }: Partial<Offering>) =>
    edit({ ...(times && { times: [...times] }), ...rest }, true);
  return (
    <Section name="times" title={t('times.title')} note={t('times.count', { count: link.times.length })}>
      {!readOnly && <p className="-mt-2 mb-3 text-12 text-faint">{t('times.hint')}</p>}
      {error && (
        <p role="alert" className="mb-2 text-danger">
          {error}
        </p>
      )}
      <TimesPicker
        hostIds={link.chairs.flatMap((chair) => chair.candidateIds)}
        offering={link}
        timeZone={link.timeZone}
        buffers={{ before: link.bufferBeforeMinutes, after: link.bufferAfterMinutes }}
        readOnly={readOnly}
        onChange={change}
      />
      <div className="mt-4">
        <OfferTerms
          terms={link}
          timeZone={link.timeZone}
          readOnly={readOnly}
          expiryError={errorOf('expiresAt')}
          onChange={(changes) => edit(changes, true)}
        />
      </div>
    </Section>
  );
}
