export interface RotationsSearch {
  q?: string;
  /** A new one is being made. */
  make?: true;
}

export function listSearch({ q, make }: Record<string, unknown>): RotationsSearch {
  return {
    ...(typeof q === 'string' && q && { q: q.slice(0, 300) }),
    ...((make === true || make === 'true') && { make: true }),
  };
}
