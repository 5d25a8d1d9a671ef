import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';

export const partsArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'parts',
    component: lazyRouteComponent(() => import('#ui/parts/parts-page.tsx'), 'PartsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'parts/week-grid',
    component: lazyRouteComponent(() => import('#ui/parts/week-grid-story.tsx'), 'WeekGridStory'),
  }),
];
