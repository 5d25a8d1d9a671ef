export const LOGO_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
} as const;
export type LogoKind = keyof typeof LOGO_TYPES;

/** A workspace's picture on its public pages. Its bytes stand apart, under the hash of themselves. */
export interface Logo {
  hash: string;
  kind: LogoKind;
  /** Its own pixels; a drawing's are those of its frame. Pages keep room in this shape before it comes. */
  width: number;
  height: number;
  /** Something shows through it: in the dark it stands on a light plate. */
  seeThrough: boolean;
}

/** As it is, the picture's name changes with its bytes: browsers may keep it for good. */
export function logoPath({ hash, kind }: Pick<Logo, 'hash' | 'kind'>): string {
  return `/logos/${hash}.${kind}`;
}
