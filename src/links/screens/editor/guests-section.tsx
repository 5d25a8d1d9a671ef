import { Plus, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import type { LinkView } from '../link-queries.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { newId } from './questions-section.tsx';
import { Section } from './section.tsx';
import { LongTextSetting, NumberSetting } from './settings.tsx';

type Consent = LinkView['consents'][number];
const MOST = 10;

/** Whom the visitor may bring, and what they are asked to agree to (B7). */
export function GuestsSection() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const { guests } = link;
  return (
    <Section name="guests" title={t('section.guests')}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <Checkbox
          checked={guests.allowed}
          readOnly={readOnly}
          onChange={(allowed) => edit({ guests: { max: guests.max || 5, allowed } }, true)}
          hint={t('guests.hint')}
        >
          {t('guests.allowed')}
        </Checkbox>
        {guests.allowed && (
          <NumberSetting
            className="w-40"
            path="guests.max"
            label={t('guests.most')}
            value={guests.max}
            onChange={(max) => max !== null && edit({ guests: { allowed: true, max } })}
            min={1}
            max={50}
          />
        )}
      </div>
      <Consents />
    </Section>
  );
}

function Consents() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const { consents } = link;
  const change = (next: Consent[], now: boolean) => edit({ consents: next }, now);
  const add = () => change([...consents, { id: newId(), text: t('consents.new'), required: true }], true);
  return (
    <div className="mt-5">
      <div className="mb-2 flex min-h-7 items-center gap-2">
        <h3 className="font-medium">{t('consents.title')}</h3>
        {!readOnly && consents.length < MOST && (
          <Button icon={Plus} className="ms-auto" onClick={add}>
            {t('consents.add')}
          </Button>
        )}
      </div>
      {consents.length === 0 && <p className="text-12 text-faint">{t('consents.none')}</p>}
      <ul className="grid gap-4">
        {consents.map((consent, index) => (
          <ConsentRow
            key={consent.id}
            consent={consent}
            index={index}
            onChange={(next, now) => change(consents.with(index, next), now)}
            onRemove={() => change(consents.toSpliced(index, 1), true)}
          />
        ))}
      </ul>
    </div>
  );
}

interface ConsentRowProps {
  consent: Consent;
  index: number;
  onChange: (consent: Consent, now: boolean) => void;
  onRemove: () => void;
}

function ConsentRow({ consent, index, onChange, onRemove }: ConsentRowProps) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
  return (
    <li className="min-w-0">
      <div className="flex items-start gap-2">
        <LongTextSetting
          className="flex-1"
          path={`consents.${index}.text`}
          label={t('consents.text', { number: index + 1 })}
          labelHidden
          rows={2}
          value={consent.text}
          onChange={(text) => onChange({ ...consent, text }, false)}
        />
        {!readOnly && (
          <IconButton
            icon={Trash2}
            size="m"
            label={t('consents.remove', { number: index + 1 })}
            onClick={onRemove}
          />
        )}
      </div>
      <ConsentTerms consent={consent} onChange={onChange} />
    </li>
  );
}

/** Whether booking needs it, and which wording stands: the server counts them. */
function ConsentTerms({ consent, onChange }: Pick<ConsentRowProps, 'consent' | 'onChange'>) {
  const t = useLinkWords();
  const { link, readOnly } = useEditing();
  const version = link.consentVersions[consent.id];
  return (
    <div className="flex flex-wrap items-center gap-x-6">
      <Checkbox
        checked={consent.required}
        readOnly={readOnly}
        onChange={(required) => onChange({ ...consent, required }, true)}
      >
        {t('consents.required')}
      </Checkbox>
      {version && <span className="tabular text-12 text-faint">{t('consents.version', { version })}</span>}
    </div>
  );
}
