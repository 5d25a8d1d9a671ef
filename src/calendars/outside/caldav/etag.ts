/** A proxy that packs answers marks their ETags as weak; the object is the same one. */
export function strong(etag: string): string {
  return etag.replace(/^W\//, '');
}

/** Unknown is never the same. */
export function isSameEtag(one: string | null | undefined, other: string | null | undefined): boolean {
  return Boolean(one) && Boolean(other) && strong(one!) === strong(other!);
}
