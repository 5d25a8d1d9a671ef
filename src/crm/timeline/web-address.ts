import { text } from '#platform/http/fields.ts';

/** A page on the web, https put in front where nothing is; javascript: and its like are none (ABUSE 23). */
export const webAddress = text(500)
  .transform((value) => value.trim())
  .transform((value) =>
    /^[a-z][a-z0-9+.-]*:/i.test(value) && !PORT.test(value) ? value : `https://${value}`,
  )
  .refine(isWebAddress, 'Write the address of a page, such as https://example.com.')
  .openapi({ type: 'string', format: 'uri', example: 'https://example.com' });

/** 'example.com:8080' names a port, not a scheme. */
const PORT = /^[\w.-]+\.[a-z]{2,}:\d+(\/|$)/i;

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value) || /\s/.test(value)) return false;
  const { protocol, hostname, username } = new URL(value);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '';
}
