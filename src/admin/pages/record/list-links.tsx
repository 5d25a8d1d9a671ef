import type { ReactNode } from 'react';
import type { ListName } from '#crm/records/screens/list-kind.ts';

/** Entries of a list's menu, for every kind of record in one place: MenuLink, MenuItem. */
export function listLinks(_list: ListName): ReactNode {
  return null;
}
