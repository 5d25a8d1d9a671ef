import { useRef, useState, type FormEvent } from 'react';
import type { CompanyView } from '#crm/companies/screens/company-queries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Definition } from '#ui/definition-list.tsx';
import { MoneyInput } from '#ui/money-input.tsx';
import { moneyWords } from '#ui/money-text.ts';
import { useLanguage } from '#ui/words.tsx';
import { CURRENCIES } from './company-draft.ts';
import type { PieceProps } from './company-fields.tsx';

/** An amount with its currency: the two are saved together. */
export function RevenueInPlace({ company, readOnly, save }: PieceProps) {
  const t = useCompanyWords();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => place.current?.querySelector('button')?.focus());
  };
  return (
    <Definition name={t('field.annualRevenue')}>
      <div ref={place}>
        {isOpen ? (
          <RevenueForm company={company} save={save} onClose={close} />
        ) : (
          <RevenueShown company={company} readOnly={readOnly} onOpen={() => setOpen(true)} />
        )}
      </div>
    </Definition>
  );
}

const PLACE = '-mx-2 block min-h-7 w-[calc(100%+1rem)] truncate rounded-xs px-2 py-1 text-start';

function RevenueShown({ company, readOnly, onOpen }: Omit<PieceProps, 'save'> & { onOpen: () => void }) {
  const t = useCompanyWords();
  const language = useLanguage();
  const { annualRevenue } = company;
  const words = annualRevenue && moneyWords(annualRevenue.amount, annualRevenue.currency, language);
  if (readOnly) return <span className={PLACE}>{words ?? '—'}</span>;
  return (
    <button
      type="button"
      onClick={onOpen}
      onKeyDown={(event) => event.key === 'F2' && onOpen()}
      className={`${PLACE} cursor-text hover:bg-hover touch:min-h-(--touch) ${words ? '' : 'text-faint'}`}
    >
      <span className="sr-only">{t('field.annualRevenue')} </span>
      {words ?? '—'}
    </button>
  );
}

type RevenueFormProps = Omit<PieceProps, 'readOnly'> & { onClose: () => void };

function RevenueForm({ company, save, onClose }: RevenueFormProps) {
  const t = useCompanyWords();
  const revenue = useRevenue(company.annualRevenue);
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const why = await save({ annualRevenue: revenue.read() });
    if (why) setReason(why);
    else onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-2">
      <MoneyInput
        ref={focus}
        size="s"
        aria-label={t('field.annualRevenue')}
        min={0}
        value={revenue.amount}
        currency={revenue.currency}
        currencies={CURRENCIES}
        onChange={revenue.setAmount}
        onCurrency={revenue.setCurrency}
      />
      <p role="alert" className={reason ? 'text-12 text-danger' : 'sr-only'}>
        {reason}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary">
          {t('revenue.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('revenue.cancel')}
        </Button>
      </span>
    </form>
  );
}

/** The amount is read when the field is left, which Enter does in the same moment as it sends the form. */
function useRevenue(kept: CompanyView['annualRevenue']) {
  const [amount, setAmount] = useState(kept?.amount ?? null);
  const [currency, setCurrency] = useState(kept?.currency ?? 'EUR');
  const latest = useRef(amount);
  return {
    amount,
    currency,
    setCurrency,
    setAmount: (next: number | null) => {
      latest.current = next;
      setAmount(next);
    },
    read: () => (latest.current === null ? null : { amount: latest.current, currency }),
  };
}

function focus(input: HTMLInputElement | null): void {
  input?.focus();
}
