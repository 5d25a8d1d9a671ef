import type { Me } from '#people/screens/use-me.ts';

/** Who is signed in and where: written into the page by the server, so that the first screen need not ask. */
export type { Me };

export function readBoot(): Me {
  return JSON.parse(document.querySelector('#boot')?.textContent ?? 'null') as Me;
}
