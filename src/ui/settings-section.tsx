import type { ReactNode } from 'react';
import { useTitle } from './title.ts';

export interface SettingsSectionProps {
  title: string;
  /** One sentence: what this is for, and what one usually does first. */
  help?: ReactNode;
  /** Beside the title: the one action of the section. */
  action?: ReactNode;
  /** A pane on the right: what results. Goes below on narrower screens. */
  beside?: ReactNode;
  /** Lists and editors take the width; forms stay narrow enough to read. */
  wide?: boolean;
  children: ReactNode;
}

/** One section of the settings: its heading, a line of help, its content, and what results beside it. */
export function SettingsSection({
  title,
  help,
  action,
  beside,
  wide = false,
  children,
}: SettingsSectionProps) {
  useTitle(title);
  return (
    <div className="scroll-pane flex min-h-0 min-w-0 flex-1 max-desk:flex-col max-desk:flex-nowrap">
      <div className="min-w-0 flex-1 px-8 py-5 max-tablet:px-6 max-phone:px-4 max-desk:flex-none">
        <div className={wide ? 'max-w-200' : 'max-w-140'}>
          <header className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-60">
              <h2 className="text-16 font-semibold wrap-anywhere">{title}</h2>
              {help && <div className="text-muted">{help}</div>}
            </div>
            {action}
          </header>
          {children}
        </div>
      </div>
      {beside && (
        <aside className="w-84 shrink-0 border-s border-line px-6 py-5 max-desk:w-full max-desk:border-s-0 max-desk:border-t">
          {beside}
        </aside>
      )}
    </div>
  );
}

/** A heading inside a section with its own action. */
export function SettingsPart(props: {
  title: ReactNode;
  help?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-8 first:mt-0">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3">
        <h3 className="min-w-0 flex-1 font-semibold wrap-anywhere">{props.title}</h3>
        {props.aside}
      </div>
      {props.help && <p className="-mt-1 mb-2 text-muted">{props.help}</p>}
      {props.children}
    </section>
  );
}
