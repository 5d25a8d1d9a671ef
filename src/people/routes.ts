import { router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { feedRoutes } from './routes-feed.ts';
import { keyRoutes } from './routes-keys.ts';
import { memberRoutes } from './routes-members.ts';
import { passwordRoutes } from './routes-passwords.ts';
import { sessionRoutes } from './routes-sessions.ts';
import { savedViewRoutes } from './routes-saved-views.ts';
import { signInRoutes } from './routes-sign-in.ts';
import { teamRoutes } from './routes-teams.ts';
import { testMailRoutes } from './routes-test-mail.ts';
import { twoFactorRoutes } from './routes-two-factor.ts';
import { workspaceRoutes } from './routes-workspace.ts';
import { logoRoutes } from './routes-logo.ts';

export function peopleRoutes(platform: Platform) {
  return router()
    .route('/', workspaceRoutes(platform))
    .route('/', logoRoutes(platform))
    .route('/', signInRoutes(platform))
    .route('/', twoFactorRoutes(platform))
    .route('/', sessionRoutes(platform))
    .route('/', passwordRoutes(platform))
    .route('/', memberRoutes(platform))
    .route('/', feedRoutes(platform))
    .route('/', teamRoutes(platform))
    .route('/', savedViewRoutes(platform))
    .route('/', testMailRoutes(platform))
    .route('/', keyRoutes(platform));
}
