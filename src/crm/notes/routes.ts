import { router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { NOTED_KINDS } from './noted.ts';
import { changeRoutes } from './routes-change.ts';
import { listRoutes } from './routes-list.ts';

export function noteRoutes(platform: Platform) {
  const routes = router();
  for (const kind of NOTED_KINDS) {
    routes.route('/', listRoutes(platform, kind));
    routes.route('/', changeRoutes(platform, kind));
  }
  return routes;
}
