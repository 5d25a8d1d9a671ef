import { logoPath } from '#people/branding/logo.ts';
import type { Workspace } from '#people/workspace.ts';
import { classes } from './fields.ts';
import { html } from './markup.ts';
import type { Html } from './markup.ts';
import type { Frame } from './view.ts';

/** What a page shows of its workspace. */
export function signOf({
  name,
  accent,
  logo,
}: Pick<Workspace, 'name' | 'accent' | 'logo'>): Frame['workspace'] {
  return { name, accent, ...(logo && { logo: { ...logo, path: logoPath(logo) } }) };
}

/**
 * Whose page it is: the logo, or a sign of the first letter. A logo wider than high mostly holds the name itself; beside
 * another one the name stands, and is read aloud once.
 */
export function brand({ name, logo }: Frame['workspace']): Html {
  if (logo === undefined)
    return html`<p class="brand break">
      <span class="mark" aria-hidden="true">${initial(name)}</span><bdi>${name}</bdi>
    </p>`;
  const { path, width, height, seeThrough } = logo;
  const isWide = width > height * WIDE;
  return html`<p class="brand break">
    <img
      class="${classes('logo', seeThrough && 'plate')}"
      src="${path}"
      width="${width}"
      height="${height}"
      alt="${name}"
    />${isWide ? '' : html`<bdi aria-hidden="true">${name}</bdi>`}
  </p>`;
}

const WIDE = 1.6;

/** The first letter or figure, large. */
export function initial(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase() ?? '';
}
