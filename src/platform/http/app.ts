import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Context, MiddlewareHandler } from 'hono';
import { isContended, isExhausted } from '../db/database.ts';
import { errorFacts } from '../log.ts';
import type { Platform } from '../platform.ts';
import { notFound, Problem, problemBody, tooMany } from '../refusal.ts';
import type { HttpEnv } from './caller.ts';
import { guardJson } from './guard-json.ts';
import { guardOrigin } from './guard-origin.ts';
import { logRequests } from './request-log.ts';
import { router } from './route.ts';
import { securityHeaders } from './security-headers.ts';

const BODY_LIMIT = 256 * 1024;

/** Addresses that take more than others, in bytes: uploads. */
export type LargerBodies = Record<string, number>;

/** How a refusal is said to whoever asked: as problem+json, or as a page. */
export type Answerer = (c: Context<HttpEnv>, problem: Problem) => Response | Promise<Response>;

/** The application every slice's routes are mounted on: what holds for every request is here. */
export function newApp(
  platform: Platform,
  answerAs: Answerer = answerProblem,
  larger: LargerBodies = {},
): OpenAPIHono<HttpEnv> {
  const app = router();
  app.use('*', logRequests(platform));
  app.use('*', securityHeaders());
  app.use('*', limitBodies(larger));
  app.use('*', guardOrigin(platform));
  app.use('/api/*', guardJson());
  app.notFound((c) => answerAs(c, notFound()));
  app.onError((error, c) => answerAs(c, asProblem(platform, error)));
  return app;
}

/** Errors of the API are problem+json. */
export function answerProblem(c: Context<HttpEnv>, problem: Problem): Response {
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(problemBody(problem)), problem.status as 400, {
    'Content-Type': 'application/problem+json',
  });
}

function asProblem(platform: Platform, error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return fromHttp(error);
  if (isExhausted(error) || isContended(error)) return tooMany(1);
  platform.log.error('a request failed', errorFacts(error));
  return new Problem(500, 'unexpected', 'Something went wrong on our side. It has been written to the log.');
}

function fromHttp(error: HTTPException): Problem {
  if (error.status === 413) return large();
  if (error.status === 415) return new Problem(415, 'unsupported', 'Send the body as application/json.');
  if (error.status === 400) return new Problem(400, 'bad-request', 'The body is not JSON that can be read.');
  return new Problem(error.status, 'bad-request', error.message || 'The request cannot be read.');
}

function large(limit = BODY_LIMIT): Problem {
  const said = limit < MEGABYTE ? `${limit / 1024} kB` : `${Math.floor(limit / MEGABYTE)} MB`;
  return new Problem(413, 'too-large', `A request body may hold ${said}.`);
}

const MEGABYTE = 1024 * 1024;

/** One guard for each size, made once. */
function limitBodies(larger: LargerBodies): MiddlewareHandler<HttpEnv> {
  const limitOf = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw large(maxSize);
      },
    });
  const usual = limitOf(BODY_LIMIT);
  const others = new Map(Object.entries(larger).map(([path, size]) => [path, limitOf(size)]));
  return (c, next) => (others.get(c.req.path) ?? usual)(c, next);
}
