import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell-route.tsx';
import { editorSearch, listSearch, newSearch } from './links-search.ts';

export const linksArea = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'links',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./links-page.tsx'), 'LinksPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'links/new',
    validateSearch: newSearch,
    component: lazyRouteComponent(() => import('./new-link-page.tsx'), 'NewLinkPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: 'links/$linkId',
    validateSearch: editorSearch,
    component: lazyRouteComponent(() => import('./link-editor-page.tsx'), 'LinkEditorPage'),
  }),
];
