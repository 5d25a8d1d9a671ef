import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from '#ui/checkbox.tsx';
import { Note } from '#ui/note.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { Section } from './section.tsx';
import { NumberSetting } from './settings.tsx';

const WAYS = ['off', 'strict', 'ladder'] as const;
/** C3: working days when the link names none. */
const USUAL_DAYS = 5;

/** Whether a known visitor meets the one responsible for them first, and how visitors are known (C1–C4). */
export function OwnerSection({ personal }: { personal: ReactNode }) {
  const t = useLinkWords();
  const { link, edit, readOnly, errorOf } = useEditing();
  const { ownerFirst } = link;
  const error = errorOf('ownerFirst');
  return (
    <Section name="owner" title={t('section.owner')}>
      <RadioGroup
        aria-label={t('section.owner')}
        items={WAYS.map((value) => ({ value, label: t(`owner.${value}`), hint: t(`owner.${value}Hint`) }))}
        value={ownerFirst}
        onChange={(next) => edit({ ownerFirst: next }, true)}
        readOnly={readOnly}
      />
      {error && (
        <p role="alert" className="mt-1 text-12 wrap-anywhere text-danger">
          {error}
        </p>
      )}
      {ownerFirst === 'ladder' && <LadderDays />}
      {ownerFirst !== 'off' && (
        <>
          <p className="mt-3 text-12 text-muted">{t(`owner.${ownerFirst}Full`)}</p>
          <p className="mt-1 text-12 text-muted">{t('owner.otherwise')}</p>
          <HowKnown personal={personal} />
        </>
      )}
    </Section>
  );
}

function LadderDays() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  return (
    <NumberSetting
      className="mt-3 ms-6 max-w-60"
      path="ladderDays"
      label={t('owner.days')}
      hint={t('owner.daysHint')}
      value={link.ladderDays ?? USUAL_DAYS}
      onChange={(ladderDays) => ladderDays !== null && edit({ ladderDays })}
      unit={t('owner.daysUnit')}
      min={1}
      max={30}
    />
  );
}

/** C4: a signed link always tells who somebody is; an address typed first is the operator's choice, and has its price. */
function HowKnown({ personal }: { personal: ReactNode }) {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const asks = link.identify === 'email';
  return (
    <div className="mt-5">
      <h3 className="mb-1 font-medium">{t('owner.known')}</h3>
      <p className="text-12 text-muted">{t('owner.byLink')}</p>
      {personal && <div className="mt-2">{personal}</div>}
      <Checkbox
        className="mt-3"
        checked={asks}
        onChange={(next) => edit({ identify: next ? 'email' : 'token' }, true)}
        readOnly={readOnly}
        hint={t('owner.byEmailHint')}
      >
        {t('owner.byEmail')}
      </Checkbox>
      {asks && (
        <Note tone="wait" icon={TriangleAlert} className="mt-2">
          {t('owner.byEmailReveals')}
        </Note>
      )}
    </div>
  );
}
