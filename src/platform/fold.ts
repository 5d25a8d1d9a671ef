/** Case and accents away (é = e, ł = l), for search columns and for names that must be unique. */
export function fold(text: string): string {
  return text
    .trim()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/\s+/g, ' ');
}

/** An e-mail address as it is compared: trimmed and case-folded (F2); accents stay, they are other people. */
export function foldAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}
