/// <reference types="vite/client" />
import { byArea } from './by-area.ts';

export default byArea(
  import.meta.glob<object>(
    ['../../**/screens/words/en.json', './en.json', '../pages/*/words/en.json', '../../ui/words/en.json'],
    {
      eager: true,
      import: 'default',
    },
  ),
);
