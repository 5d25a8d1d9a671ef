import { useState, type ReactNode } from 'react';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { Select, type SelectItem } from '#ui/select.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { useEditing } from './editing.tsx';

/** What every setting is given. `path` is where its refusals stand. */
interface Setting {
  path: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  labelHidden?: boolean;
  className?: string;
}

function SettingField({ path, children, ...props }: Setting & { children: ReactNode }) {
  const { errorOf, readOnly } = useEditing();
  return (
    <Field {...props} error={errorOf(path)} readOnly={readOnly}>
      {children}
    </Field>
  );
}

interface TextSettingProps extends Setting {
  value: string;
  onChange: (value: string) => void;
  /** What typing becomes: an address has no capitals. */
  format?: (typed: string) => string;
  prefix?: string;
  suffix?: ReactNode;
  type?: 'url' | 'tel' | 'text';
  placeholder?: string;
  maxLength?: number;
}

export function TextSetting({ value, onChange, format, ...props }: TextSettingProps) {
  const { prefix, suffix, type, placeholder, maxLength, ...setting } = props;
  const typing = useTyping(value, onChange, format);
  return (
    <SettingField {...setting}>
      <Input {...typing} {...{ prefix, suffix, type, placeholder, maxLength }} />
    </SettingField>
  );
}

interface LongTextSettingProps extends Setting {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
}

export function LongTextSetting({ value, onChange, rows, ...setting }: LongTextSettingProps) {
  return (
    <SettingField {...setting}>
      <Textarea {...useTyping(value, onChange)} rows={rows} />
    </SettingField>
  );
}

/**
 * What is typed stands as it is, also when the server trims it: a space may be half a word, and a field that changes
 * its height on being left would move away what is about to be pressed.
 */
function useTyping(value: string, onChange: (value: string) => void, format = (typed: string) => typed) {
  const { flush } = useEditing();
  const [typed, setTyped] = useState<{ text: string; leftAt: string | null } | null>(null);
  const isMine = typed !== null && (typed.leftAt === null || typed.leftAt === value);
  return {
    value: isMine ? typed.text : value,
    onChange: (text: string) => {
      setTyped({ text: format(text), leftAt: null });
      onChange(format(text));
    },
    onBlur: () => {
      setTyped(isMine ? { text: typed.text, leftAt: value } : null);
      flush();
    },
  };
}

interface NumberSettingProps extends Setting {
  value: number | null;
  /** Nothing typed: what it means is told by `emptyMeans`; without it the last figure comes back on leaving. */
  onChange: (value: number | null) => void;
  emptyMeans?: string;
  unit?: string;
  min?: number;
  max?: number;
  step?: number;
}

export function NumberSetting({
  value,
  onChange,
  emptyMeans,
  unit,
  min,
  max,
  step,
  ...setting
}: NumberSettingProps) {
  const { flush } = useEditing();
  const [isEmpty, setEmpty] = useState(false);
  const type = (next: number | null) => {
    setEmpty(next === null);
    if (next !== null || emptyMeans !== undefined) onChange(next);
  };
  const leave = () => {
    setEmpty(false);
    flush();
  };
  return (
    <SettingField {...setting}>
      <NumberInput
        value={isEmpty ? null : value}
        onChange={type}
        onCommit={leave}
        placeholder={emptyMeans}
        {...{ unit, min, max, step }}
      />
    </SettingField>
  );
}

interface ChoiceSettingProps<Value extends string> extends Setting {
  items: readonly SelectItem<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

export function ChoiceSetting<Value extends string>({
  items,
  value,
  onChange,
  ...setting
}: ChoiceSettingProps<Value>) {
  return (
    <SettingField {...setting}>
      <Select items={items} value={value} onChange={onChange} />
    </SettingField>
  );
}
