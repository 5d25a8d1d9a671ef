import type { Catalogues } from '#ui/words.tsx';

/** 'src/crm/leads/screens/words/en.json' → 'leads', 'src/ui/words/en.json' → 'ui', './en.json' → 'admin'. */
export function byArea(files: Record<string, object>): Catalogues {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [areaOf(path), texts]));
}

function areaOf(path: string): string {
  const folders = path.split('/').slice(0, -2);
  return (folders.at(-1) === 'screens' ? folders.at(-2) : folders.at(-1)) ?? 'admin';
}
