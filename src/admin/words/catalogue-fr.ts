/// <reference types="vite/client" />
import { byArea } from './by-area.ts';

export default byArea(
  import.meta.glob<object>(
    ['../../**/screens/words/fr.json', './fr.json', '../pages/*/words/fr.json', '../../ui/words/fr.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
