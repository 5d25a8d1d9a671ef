/** The two headers by which a repeated mail is known, unfolded. */
export function headersOf(mail: Buffer): { messageId: string; subject: string } {
  const headers = mail
    .toString('utf8')
    .split(/\r?\n\r?\n/)[0]!
    .replace(/\r?\n[ \t]+/g, ' ');
  const header = (name: string): string =>
    new RegExp(`^${name}: *(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  return { messageId: header('Message-ID'), subject: header('Subject') };
}
