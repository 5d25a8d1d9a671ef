import { dayFromText } from '#engine/minutes.ts';
import type { LinkKind } from '#links/screens/link-queries.ts';

export const KINDS = [
  'personal',
  'group',
  'round-robin',
  'panel',
  'specific-times',
] as const satisfies LinkKind[];
export const STATES = ['on', 'off', 'deleted'] as const;

export interface ListSearch {
  /** One's own unless said. */
  whose?: 'everyone';
  /** Of everyone's: those of one member, or of a team. */
  owner?: string;
  team?: string;
  state?: (typeof STATES)[number];
  kind?: LinkKind;
  q?: string;
  /** The link whose free times are shown. */
  open?: string;
}

type Given = Record<string, unknown>;

export function listSearch(given: Given): ListSearch {
  return {
    ...(given.whose === 'everyone' && { whose: 'everyone', ...ownerOf(given) }),
    ...oneOf('state', STATES, given.state),
    ...oneOf('kind', KINDS, given.kind),
    ...(typeof given.q === 'string' && given.q && { q: given.q }),
    ...(typeof given.open === 'string' && { open: given.open }),
  };
}

function ownerOf({ owner, team }: Given): Pick<ListSearch, 'owner' | 'team'> {
  if (isId(team)) return { team };
  return isId(owner) ? { owner } : {};
}

function isId(given: unknown): given is string {
  return typeof given === 'string' && /^[0-9a-f-]{36}$/.test(given);
}

export function newSearch(given: Given): { kind?: LinkKind } {
  return oneOf('kind', KINDS, given.kind);
}

/** `side`: what stands in front where settings and pictures do not fit side by side. `day`: whose times are shown. */
export interface EditorSearch {
  side?: 'page';
  day?: string;
}

export function editorSearch(given: Given): EditorSearch {
  return {
    ...(given.side === 'page' && { side: 'page' }),
    ...(typeof given.day === 'string' && dayFromText(given.day) !== null && { day: given.day }),
  };
}

function oneOf<Name extends string, Value extends string>(
  name: Name,
  values: readonly Value[],
  given: unknown,
): { [N in Name]?: Value } {
  const found = values.find((value) => value === given);
  return (found ? { [name]: found } : {}) as { [N in Name]?: Value };
}
