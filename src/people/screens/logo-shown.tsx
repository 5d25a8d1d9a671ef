import { classNames } from '#ui/class-names.ts';
import type { WorkspaceView } from './member-queries.ts';

const WIDE = 1.6;

/** The head of a public page: the logo, with the name beside one that is not wide, or a sign of the first letter. */
export function LogoShown({ workspace }: { workspace: WorkspaceView }) {
  const { name, logo, logoUrl } = workspace;
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase() ?? '';
  const isWide = logo !== null && logo.width > logo.height * WIDE;
  return (
    <div className="flex min-w-0 items-center gap-3 text-12 font-semibold">
      {logo && logoUrl ? (
        <img
          src={new URL(logoUrl).pathname}
          width={logo.width}
          height={logo.height}
          alt={name}
          className={classNames(
            'h-8 w-auto max-w-full shrink-0 object-contain object-left',
            logo.seeThrough && 'rounded-xs bg-plate outline-4 outline-plate',
          )}
        />
      ) : (
        <span
          aria-hidden
          className="grid size-8 shrink-0 place-items-center rounded-r bg-accent text-on-accent"
        >
          {initial}
        </span>
      )}
      {!isWide && (
        <bdi aria-hidden={logo !== null} className="truncate">
          {name}
        </bdi>
      )}
    </div>
  );
}
