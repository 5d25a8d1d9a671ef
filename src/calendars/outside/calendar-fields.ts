import { idParam, line, text, z } from '#platform/http/fields.ts';

const AccountShape = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string().openapi({ description: 'Of a subscription only the server: the rest is a secret' }),
    username: z.string(),
  })
  .openapi('CalendarAccount');

const HealthShape = z.object({
  state: z.enum(['ok', 'stale', 'failing']),
  lastSuccessAt: z.string().nullable(),
  error: z.string().nullable(),
  code: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  readsNow: z.boolean(),
  progress: z.object({ done: z.number(), total: z.number().nullable() }).nullable(),
});

export const CalendarShape = z
  .object({
    id: z.string(),
    kind: z.enum(['built-in', 'caldav', 'ics', 'google', 'microsoft']),
    name: z.string(),
    checkConflicts: z.boolean(),
    writeHere: z.boolean(),
    sync: z.boolean(),
    readOnly: z.boolean(),
    colour: z.string().nullable(),
    account: AccountShape.nullable(),
    health: HealthShape,
  })
  .openapi('Calendar');

export const AccountAnswer = AccountShape;
export const ConnectedShape = CalendarShape.extend({ calendars: z.array(CalendarShape) });
export const CalendarsShape = z.object({
  items: z.array(CalendarShape),
  next: z.null(),
  connectable: z.array(z.string()),
});

/** As people type or copy it: a missing scheme means https, and `webcal` is what calendars call it. */
const address = text(2000, 1).transform((value, context) => {
  const typed = value.trim().replace(/^webcals?:/i, 'https:');
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.href;
  context.addIssue({
    code: 'custom',
    message: url?.username
      ? 'Write name and password in their own fields, not into the address.'
      : 'Write the address of a calendar or its server, such as https://cloud.example.com.',
  });
  return z.NEVER;
});
const url = address.openapi({ type: 'string', format: 'uri', maxLength: 2000 });
const password = text(1000, 1);
const name = line(120);

export const NewAccountFields = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('caldav'),
    url,
    username: line(320),
    password,
    name: name.optional(),
  }),
  z.strictObject({ kind: z.literal('ics'), url, name: name.optional() }),
]);
export type NewAccountGiven = z.infer<typeof NewAccountFields>;

export const CalendarChanges = z
  .strictObject({ checkConflicts: z.boolean(), writeHere: z.boolean(), sync: z.boolean(), name })
  .partial();
export type CalendarChange = z.infer<typeof CalendarChanges>;

export const AccountChanges = z.strictObject({ name, password, url }).partial();
export type AccountChange = z.infer<typeof AccountChanges>;

export const calendarParams = z.object({ id: idParam.shape.id, calendarId: idParam.shape.id });
export const accountParams = z.object({ id: idParam.shape.id, accountId: idParam.shape.id });
