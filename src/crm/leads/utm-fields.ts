import { text, z } from '#platform/http/fields.ts';
import { LONGEST_UTM } from './utm.ts';

const part = text(LONGEST_UTM).nullish();

/** As programs send it: nobody's page breaks by being told that it is too long. */
export const utmGiven = z.object({ source: part, medium: part, campaign: part, term: part, content: part });

const shown = z.string().optional();

export const utmShape = z
  .object({ source: shown, medium: shown, campaign: shown, term: shown, content: shown })
  .nullable()
  .openapi({ description: 'The advertisement that brought the visitor, from the utm_… of the address' });
