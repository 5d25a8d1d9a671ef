import type { ComponentProps } from 'react';

/** The public page in a tab of its own, as any visitor would see it. */
export function VisitorPage({ children, ...props }: ComponentProps<'a'>) {
  return (
    <a {...props} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
