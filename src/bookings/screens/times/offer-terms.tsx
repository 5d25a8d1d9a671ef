import { Checkbox } from '#ui/checkbox.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { ExpiryField } from './expiry-field.tsx';

interface Terms {
  singleUse: boolean;
  offerAnyway: boolean;
  expiresAt: string | null;
}

interface OfferTermsProps {
  terms: Terms;
  onChange: (changes: Partial<Terms>) => void;
  timeZone: string;
  expiryError?: string | undefined;
  readOnly?: boolean;
}

/** L3: how often the times can be booked, over what, and until when they are offered. */
export function OfferTerms({ terms, onChange, timeZone, expiryError, readOnly = false }: OfferTermsProps) {
  const t = useLinkWords();
  return (
    <div className="grid gap-3">
      <div>
        <Checkbox
          checked={terms.singleUse}
          readOnly={readOnly}
          onChange={(singleUse) => onChange({ singleUse })}
          hint={t('times.singleHint')}
        >
          {t('times.single')}
        </Checkbox>
        <Checkbox
          checked={terms.offerAnyway}
          readOnly={readOnly}
          onChange={(offerAnyway) => onChange({ offerAnyway })}
          hint={t('times.anywayHint')}
        >
          {t('times.anyway')}
        </Checkbox>
      </div>
      <div className="max-w-80">
        <ExpiryField
          value={terms.expiresAt}
          timeZone={timeZone}
          readOnly={readOnly}
          error={expiryError}
          onChange={(expiresAt) => onChange({ expiresAt })}
        />
      </div>
    </div>
  );
}
