import type { Platform } from '#platform/platform.ts';
import type { Problem } from '#platform/refusal.ts';
import {
  closedPage,
  failedPage,
  notFoundPage,
  offPage,
  refusedPage,
  tokenPage,
  tooManyPage,
  unclearPage,
} from './refusals.ts';
import type { Html } from './markup.ts';
import { frameFor, sendPage, type PageContext } from './send-page.ts';
import type { Frame } from './view.ts';

/** Programs ask the rest: they get problem+json. */
export function isPageAddress(path: string): boolean {
  return !/^\/(api|calendars|healthz|logos)(\/|$)/.test(path);
}

/** A refusal as a page. Which workspace was asked for stays unsaid where nothing is there. */
export function sendProblem(
  platform: Platform,
  c: PageContext,
  problem: Problem,
): Response | Promise<Response> {
  const frame = frameFor(platform, c, { name: 'Rondo' });
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  // What was posted is not asked for again by a link.
  const again = c.req.method === 'GET' ? frame.address : undefined;
  return sendPage(c, frame, pageFor(frame, { path: c.req.path, again }, problem), problem.status);
}

function pageFor(
  frame: Frame,
  { path, again }: { path: string; again: string | undefined },
  problem: Problem,
): Html {
  if (problem.status === 410) return problem.problem === 'closed' ? offPage(frame) : closedPage(frame);
  if (problem.status === 404)
    return /^\/(bookings|meet)\//.test(path) ? tokenPage(frame) : notFoundPage(frame);
  if (problem.status === 429) return tooManyPage(frame, Number(problem.headers['Retry-After'] ?? 60), again);
  if (problem.status === 403) return refusedPage(frame);
  return problem.status >= 500 ? failedPage(frame, again) : unclearPage(frame);
}
