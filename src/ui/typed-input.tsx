import { Field } from '@base-ui/react/field';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { useField } from './field.tsx';
import { BARE, FRAME, FRAME_HEIGHT, IN_PLACE } from './surfaces.ts';
import type { Typed } from './use-typed.ts';

/** What date and time fields take besides their value. */
export interface TypedInputLooks {
  size?: 's' | 'm';
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  invalid?: boolean;
  'aria-label'?: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

interface TypedInputProps extends TypedInputLooks {
  typed: Typed;
  onKeyDown: (event: KeyboardEvent) => void;
  /** At the end of the frame. */
  children?: ReactNode;
}

/** The frame, the text in it and, under it, why the text cannot be taken. */
export function TypedInput({
  typed,
  onKeyDown,
  size = 'm',
  invalid,
  className,
  children,
  ...props
}: TypedInputProps) {
  const field = useField();
  return (
    <span className={classNames('block min-w-0', className)}>
      <span className={classNames(FRAME, FRAME_HEIGHT[size], IN_PLACE)}>
        <Field.Control
          readOnly={field.readOnly}
          {...props}
          {...typed.input}
          onKeyDown={onKeyDown}
          aria-required={field.required || undefined}
          aria-invalid={invalid || typed.problem !== null || undefined}
          autoComplete="off"
          className={classNames(BARE, 'tabular h-full w-10')}
        />
        {children}
      </span>
      <TypedProblem>{typed.problem}</TypedProblem>
    </span>
  );
}

/** Why what is typed cannot be taken; it stays as it was typed. */
export function TypedProblem({ id, children }: { id?: string; children: string | null }) {
  return (
    <span
      id={id}
      role="alert"
      className={children ? 'mt-1 block text-12 wrap-anywhere text-danger' : 'sr-only'}
    >
      {children}
    </span>
  );
}
