import { useId } from 'react';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';
import { moneyWords, readMoney, writeMoney } from './money-text.ts';
import { usePartWords } from './parts-words.ts';
import { Select } from './select.tsx';
import { TypedInput, type TypedInputLooks } from './typed-input.tsx';
import { useTyped } from './use-typed.ts';
import { useLanguage } from './words.tsx';

export interface MoneyInputProps extends TypedInputLooks {
  /** Minor units: cents. Nothing typed is null. */
  value: number | null;
  onChange: (minor: number | null) => void;
  /** ISO 4217: 'EUR'. */
  currency: string;
  /** The currencies that may be chosen; without them the currency is only written. The amount is kept as it reads. */
  currencies?: readonly string[];
  onCurrency?: (currency: string) => void;
  /** In minor units. */
  min?: number;
  max?: number;
}

/** An amount typed as its reader writes it ('1 234,50', '48,600', '12k'); it is read when the field is left. */
export function MoneyInput({ currencies, onCurrency, className, ...props }: MoneyInputProps) {
  const t = usePartWords();
  const signId = useId();
  const choosing = currencies && onCurrency;
  return (
    <span className={classNames('flex min-w-0 items-start gap-2', className)}>
      <Amount {...props} signId={choosing ? undefined : signId} />
      {choosing && (
        // A field of its own: within the amount's it would take the amount's name and id.
        <Field label={t('money.currency')} labelHidden className="shrink-0">
          <Select
            size={props.size}
            disabled={props.disabled}
            readOnly={props.readOnly}
            items={currencies.map((code) => ({ value: code, label: code }))}
            value={props.currency}
            onChange={onCurrency}
            className="w-22!"
          />
        </Field>
      )}
    </span>
  );
}

type AmountProps = Omit<MoneyInputProps, 'currencies' | 'onCurrency' | 'className'> & { signId?: string };

function Amount({ value, onChange, currency, min, max, signId, ...looks }: AmountProps) {
  const language = useLanguage();
  const check = useAmountCheck(currency, min, max);
  const typed = useTyped({
    value: value === null ? null : String(value),
    onChange: (minor) => onChange(minor === null ? null : Number(minor)),
    write: (minor) => writeMoney(Number(minor), currency, language),
    check,
  });
  return (
    <TypedInput {...looks} typed={typed} onKeyDown={typed.onKeyDown} className="flex-1">
      {signId && (
        <span id={signId} className="shrink-0 text-faint">
          {currency}
        </span>
      )}
    </TypedInput>
  );
}

function useAmountCheck(currency: string, min?: number, max?: number) {
  const t = usePartWords();
  const language = useLanguage();
  return (text: string): { value: string } | { problem: string } => {
    const minor = readMoney(text, currency, language);
    const amount = (of: number) => moneyWords(of, currency, language);
    if (minor === null)
      return { problem: t('money.unclear', { example: writeMoney(123_450, currency, language) }) };
    if (min !== undefined && minor < min) return { problem: t('money.tooSmall', { amount: amount(min) }) };
    if (max !== undefined && minor > max) return { problem: t('money.tooLarge', { amount: amount(max) }) };
    return { value: String(minor) };
  };
}
