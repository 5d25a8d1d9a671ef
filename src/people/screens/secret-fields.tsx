import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';

interface SecretFieldProps {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
}

/** The present password, as password managers know it. */
export function PasswordField({ name, label, hint, error, fresh }: SecretFieldProps & { fresh?: boolean }) {
  return (
    <Field label={label} hint={hint} error={error} required>
      <Input name={name} type="password" autoComplete={fresh ? 'new-password' : 'current-password'} />
    </Field>
  );
}

/** Six digits of an app; `letters` when a recovery code does as well. */
export function CodeField(props: SecretFieldProps & { letters?: boolean }) {
  const { name, label, hint, error, letters = false } = props;
  return (
    <Field label={label} hint={hint} error={error} required>
      <Input
        name={name}
        autoComplete="one-time-code"
        inputMode={letters ? 'text' : 'numeric'}
        autoCapitalize={letters ? 'characters' : undefined}
        spellCheck={false}
        className="tabular font-mono"
      />
    </Field>
  );
}
