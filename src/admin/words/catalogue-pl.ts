/// <reference types="vite/client" />
import { byArea } from './by-area.ts';

export default byArea(
  import.meta.glob<object>(
    ['../../**/screens/words/pl.json', './pl.json', '../pages/*/words/pl.json', '../../ui/words/pl.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
