import { router } from '#platform/http/route.ts';
import type { Platform } from '#platform/platform.ts';
import { emailRoutesOf } from './routes-emails.ts';
import { emailFileRoutes } from './routes-files.ts';
import { mailboxRoutes } from './routes-mailbox.ts';
import { recordEmailRoutes } from './routes-records.ts';
import { emailSignatureRoutes } from './routes-signature.ts';
import { emailTemplateRoutes } from './routes-templates.ts';

export function emailRoutes(platform: Platform) {
  return router()
    .route('/', recordEmailRoutes(platform))
    .route('/', emailRoutesOf(platform))
    .route('/', emailFileRoutes(platform))
    .route('/', emailTemplateRoutes(platform))
    .route('/', emailSignatureRoutes(platform))
    .route('/', mailboxRoutes(platform));
}
