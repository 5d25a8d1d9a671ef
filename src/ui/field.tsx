import { Field as Base } from '@base-ui/react/field';
import { createContext, use, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { usePartWords } from './parts-words.ts';

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Why the value is refused and what to do. */
  error?: ReactNode;
  required?: boolean;
  /** The label is read aloud only. */
  labelHidden?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  name?: string;
  /** Beside the label, at the end: a switch, a link, a count. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

interface Around {
  required: boolean;
  readOnly: boolean;
  /** Whether there is a field around it at all. */
  isField: boolean;
}

const Within = createContext<Around>({ required: false, readOnly: false, isField: false });

/** What the field around a control says of it. */
export const useField = () => use(Within);

/** Label above, control, then why it is refused or a hint; ids are tied by Base UI. */
export function Field({ label, hint, error, required = false, readOnly = false, ...props }: FieldProps) {
  return (
    <Within value={{ required, readOnly, isField: true }}>
      <Base.Root
        name={props.name}
        disabled={props.disabled}
        invalid={Boolean(error)}
        className={classNames('flex min-w-0 flex-col', props.className)}
      >
        <FieldHead hidden={props.labelHidden} aside={props.aside} required={required}>
          {label}
        </FieldHead>
        {props.children}
        {error && (
          <Base.Error match className="mt-1 text-12 wrap-anywhere text-danger">
            {error}
          </Base.Error>
        )}
        {hint && (
          <Base.Description className="mt-1 text-12 wrap-anywhere text-faint">{hint}</Base.Description>
        )}
      </Base.Root>
    </Within>
  );
}

function FieldHead(props: { hidden?: boolean; required: boolean; aside?: ReactNode; children: ReactNode }) {
  const t = usePartWords();
  return (
    <div className={props.hidden ? 'sr-only' : 'mb-1 flex items-baseline justify-between gap-2'}>
      <Base.Label className="min-w-0 font-medium wrap-anywhere">
        {props.children}
        {props.required && (
          <span aria-hidden title={t('parts.required')} className="ms-0.5 text-faint">
            *
          </span>
        )}
      </Base.Label>
      {props.aside}
    </div>
  );
}
