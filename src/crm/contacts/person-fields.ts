import { emailAddress, line, z } from '#platform/http/fields.ts';
import { hasOneAddressTwice, withPrimary } from './person-emails.ts';

const MOST = 20;
const onePrimary = (list: readonly { primary: boolean }[]): boolean =>
  list.filter(({ primary }) => primary).length <= 1;
const primary = z.boolean().default(false);

/** Several addresses, one of them the primary; the first when none is marked. */
export const emails = z
  .array(z.strictObject({ address: emailAddress, primary }))
  .max(MOST, `Keep at most ${MOST} addresses.`)
  .refine(onePrimary, 'Mark one address as the primary one.')
  .refine((list) => !hasOneAddressTwice(list), 'An address stands here twice.')
  .transform(withPrimary);

export const phones = z
  .array(z.strictObject({ number: line(60), primary }))
  .max(MOST, `Keep at most ${MOST} numbers.`)
  .refine(onePrimary, 'Mark one number as the primary one.')
  .transform(withPrimary);
