/// <reference types="vite/client" />
import { byArea } from './by-area.ts';

/** What the first screen and its frame say; the rest is in later-pl.ts. */
export default byArea(
  import.meta.glob<object>(
    [
      '../../**/screens/words/pl.json',
      './pl.json',
      '../pages/*/words/pl.json',
      '../../ui/words/pl.json',
      '!../../calendars/outside/screens/words/pl.json',
      '!../../links/screens/words/pl.json',
      '!../../rotations/screens/words/pl.json',
      '!../../crm/transfer/screens/words/pl.json',
      '!../../crm/merging/screens/words/pl.json',
      '!../../crm/fields/screens/words/pl.json',
      '!../../emails/screens/words/pl.json',
      '!../pages/settings/words/pl.json',
      '!../pages/schedule/words/pl.json',
      '!../pages/fairness/words/pl.json',
      '!../pages/why/words/pl.json',
      '!../pages/calendar/words/pl.json',
      '!../pages/share/words/pl.json',
    ],
    { eager: true, import: 'default' },
  ),
);
