import { useState } from 'react';
import { Field } from '../field.tsx';
import { FileDrop } from '../file-drop.tsx';
import { MoneyInput } from '../money-input.tsx';
import { NumberInput } from '../number-input.tsx';
import { Columns, LONG_NAME, Story } from './story.tsx';

export function FilesStory() {
  return (
    <Story id="files" title="Files and money">
      <Columns>
        <Files />
      </Columns>
      <Columns>
        <Money />
      </Columns>
    </Story>
  );
}

const CSV = { accept: '.csv,text/csv', most: 20_000_000 };
const companies = new File(['x'.repeat(1_200)], 'companies.csv');
const long = new File(['x'], `${LONG_NAME}.pdf`);

function Files() {
  const [one, setOne] = useState<File[]>([]);
  const [many, setMany] = useState<File[]>([companies, long]);
  return (
    <>
      <FileDrop label="File to import" {...CSV} files={one} onChange={setOne} />
      <FileDrop label="Attachments" many most={10_000_000} files={many} onChange={setMany} />
      <FileDrop
        label="File that was refused"
        {...CSV}
        files={[companies]}
        onChange={() => {}}
        error="Line 3 has 4 columns, the first line has 5. Correct it and choose the file again."
      />
      <FileDrop label="File on its way" {...CSV} files={[companies]} onChange={() => {}} progress={0.4} />
      <FileDrop label="File nobody may choose" {...CSV} files={[]} onChange={() => {}} disabled />
    </>
  );
}

function Money() {
  const [amount, setAmount] = useState<number | null>(4_860_050);
  const [currency, setCurrency] = useState('EUR');
  const [chance, setChance] = useState<number | null>(35);
  return (
    <>
      <Field label="Amount" hint="1 234.50, 48,600 or 12k.">
        <MoneyInput
          value={amount}
          onChange={setAmount}
          currency={currency}
          currencies={['EUR', 'PLN', 'SEK', 'JPY']}
          onCurrency={setCurrency}
        />
      </Field>
      <Field label="Annual revenue" error="Write the revenue without VAT.">
        <MoneyInput value={340_000_000} onChange={setAmount} currency="EUR" min={0} />
      </Field>
      <Field label="Budget" readOnly>
        <MoneyInput value={9_900} onChange={setAmount} currency="EUR" />
      </Field>
      <Field label="Probability">
        <NumberInput value={chance} onChange={setChance} unit="%" min={0} max={100} step={5} />
      </Field>
    </>
  );
}
