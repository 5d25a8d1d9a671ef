/** Where a page leads on by itself, from the words of its refresh ('3; url=https://…'): an https address, else nothing. */
export function leadsOnTo(refresh: string | undefined): string | undefined {
  const address = /url=(.*)$/s.exec(refresh ?? '')?.[1];
  return address?.startsWith('https://') ? address : undefined;
}
