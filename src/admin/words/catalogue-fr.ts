/// <reference types="vite/client" />
import { byArea } from './by-area.ts';

/** What the first screen and its frame say; the rest is in later-fr.ts. */
export default byArea(
  import.meta.glob<object>(
    [
      '../../**/screens/words/fr.json',
      './fr.json',
      '../pages/*/words/fr.json',
      '../../ui/words/fr.json',
      '!../../calendars/outside/screens/words/fr.json',
      '!../../links/screens/words/fr.json',
      '!../../rotations/screens/words/fr.json',
      '!../../crm/transfer/screens/words/fr.json',
      '!../../crm/merging/screens/words/fr.json',
      '!../../crm/fields/screens/words/fr.json',
      '!../../emails/screens/words/fr.json',
      '!../pages/settings/words/fr.json',
      '!../pages/schedule/words/fr.json',
      '!../pages/fairness/words/fr.json',
      '!../pages/why/words/fr.json',
      '!../pages/calendar/words/fr.json',
      '!../pages/share/words/fr.json',
    ],
    { eager: true, import: 'default' },
  ),
);
