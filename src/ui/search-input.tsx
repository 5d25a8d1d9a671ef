import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { Input } from './input.tsx';
import { Kbd } from './kbd.tsx';

/** Looks within a list; `/` leads here (ui/shortcuts.ts). On a phone it takes the whole width. */
export function SearchInput({ ref, label, value, onChange }: SearchInputProps) {
  return (
    <Input
      ref={ref}
      type="search"
      size="s"
      icon={Search}
      className="w-60! max-phone:w-full!"
      aria-label={label}
      placeholder={label}
      suffix={<Kbd keys="/" />}
      value={value}
      onChange={onChange}
    />
  );
}

interface SearchInputProps {
  ref: Ref<HTMLInputElement>;
  label: string;
  value: string;
  onChange: (text: string) => void;
}
