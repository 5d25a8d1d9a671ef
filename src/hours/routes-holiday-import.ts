import { etagOf } from '#platform/http/etag.ts';
import { id, locale, z } from '#platform/http/fields.ts';
import { answer, body, route, router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { invalid } from '#platform/refusal.ts';
import { readWorkspace } from '#people/store-workspaces.ts';
import { addDays } from './add-holidays.ts';
import { addHolidayList } from './change-holiday-lists.ts';
import { holidayListShape } from './holiday-list-fields.ts';
import { holidayPlaces } from './holiday-places.ts';
import { importHolidays } from './import-holidays.ts';

const Import = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'Write the country as two capital letters, such as FR.'),
  region: z
    .string()
    .regex(/^[A-Za-z0-9]{1,6}$/, 'Write the region by its short code, such as BY.')
    .nullish(),
  years: z
    .array(z.number().int().min(2000, 'Years from 2000 on.').max(2100, 'Years up to 2100.'))
    .min(1, 'Name a year.')
    .max(5, 'At most five years at once.')
    .refine((years) => new Set(years).size === years.length, 'A year stands here twice.'),
  intoListId: id.optional().openapi({ description: 'Adds the dates to this list instead of making one' }),
});
const Places = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      regions: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
});
const places = route('member', {
  method: 'get',
  path: '/api/holiday-places',
  tags: ['People and time'],
  summary: 'Countries and regions whose holidays can be imported',
  request: { query: z.object({ language: locale.default('en') }) },
  responses: { 200: answer(Places, 'Countries by name') },
});
const bring = route('manage-settings', {
  method: 'post',
  path: '/api/holiday-lists/import',
  tags: ['People and time'],
  summary: 'Make a holiday list from the public holidays of a country or one of its regions',
  request: body(Import),
  responses: { 201: answer(holidayListShape, 'The list') },
});

export function holidayImportRoutes(platform: Platform) {
  return router()
    .openapi(places, async (c) => c.json({ items: await holidayPlaces(c.req.valid('query').language) }, 200))
    .openapi(bring, async (c) => {
      const caller = c.get('caller')!;
      const { country, region, years, intoListId } = c.req.valid('json');
      const { locale } = (await readWorkspace(platform.db.read, caller.workspaceId))!;
      const found = await importHolidays(country, region ?? undefined, years, locale);
      if ('unknown' in found) throw invalid({ path: found.unknown, message: UNKNOWN[found.unknown] });
      const made = intoListId
        ? await addDays(platform, caller, intoListId, found.days)
        : await addHolidayList(platform, caller, found);
      c.header('ETag', etagOf(made.version));
      return c.json(made, 201);
    });
}

const UNKNOWN = {
  country: 'Rondo does not know the holidays of this country. Make a list by hand.',
  region: 'Rondo does not know this region. Leave it out for the holidays of the whole country.',
};
