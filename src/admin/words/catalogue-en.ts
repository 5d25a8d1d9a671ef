/// <reference types="vite/client" />
import { byArea } from './by-area.ts';

/** What the first screen and its frame say; the rest is in later-en.ts. */
export default byArea(
  import.meta.glob<object>(
    [
      '../../**/screens/words/en.json',
      './en.json',
      '../pages/*/words/en.json',
      '../../ui/words/en.json',
      '!../../calendars/outside/screens/words/en.json',
      '!../../links/screens/words/en.json',
      '!../../rotations/screens/words/en.json',
      '!../../crm/transfer/screens/words/en.json',
      '!../../crm/merging/screens/words/en.json',
      '!../../crm/fields/screens/words/en.json',
      '!../../emails/screens/words/en.json',
      '!../pages/settings/words/en.json',
      '!../pages/schedule/words/en.json',
      '!../pages/fairness/words/en.json',
      '!../pages/why/words/en.json',
      '!../pages/calendar/words/en.json',
      '!../pages/share/words/en.json',
    ],
    { eager: true, import: 'default' },
  ),
);
