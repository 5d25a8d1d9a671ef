import { Check, Copy } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import type { ButtonKind } from '#ui/button-look.ts';
import { writeToClipboard } from '#ui/clipboard.ts';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/textarea.tsx';
import { useCopying, WhatWasCopied } from './copying.tsx';

interface CopyTextProps {
  label: string;
  value: string;
  /** What the button says: "Copy the code". */
  action: string;
  hint?: string;
  kind?: ButtonKind;
  /** Beside the button. */
  more?: ReactNode;
}

/** A text to take along, all of it in sight, and a button that copies it. */
export function CopyText({ label, value, action, hint, kind = 'plain', more }: CopyTextProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { said, copy } = useCopying(() => {
    box.current?.focus();
    box.current?.select();
  });
  return (
    <div className="min-w-0">
      <Field label={label} hint={hint}>
        <Textarea
          ref={box}
          dir="ltr"
          readOnly
          rows={1}
          value={value}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono text-12 wrap-anywhere [&>textarea]:resize-none"
        />
      </Field>
      <div className="mt-2 flex min-w-0 flex-wrap items-center gap-2">
        <Button
          kind={kind}
          icon={said === 'copied' ? Check : Copy}
          onClick={() => copy(() => writeToClipboard(value))}
        >
          {action}
        </Button>
        {more}
        <WhatWasCopied said={said} />
      </div>
    </div>
  );
}
