import type { Outward, OutwardRequest } from './outward.ts';

/**
 * The outward client with the face of `fetch`, for libraries that bring their own protocol. What gives no answer
 * rejects with its `OutwardFault`; with `redirect: 'manual'` the redirect itself is the answer.
 */
export function fetchThrough(outward: Outward): typeof fetch {
  return async (input, init) => {
    const answer = await outward(await requestOf(input, init));
    const headers = new Headers(answer.headers);
    // The text is unpacked and decoded by now.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    const body = BODILESS.has(answer.status) ? null : answer.text;
    const response = new Response(body, { status: answer.status, headers });
    Object.defineProperty(response, 'url', { value: answer.url });
    return response;
  };
}

const BODILESS = new Set([204, 205, 304]);

async function requestOf(...[input, init]: Parameters<typeof fetch>): Promise<OutwardRequest> {
  const url = input instanceof Request ? input.url : String(input);
  // `Request` knows every form that headers and bodies come in; only user names in addresses it refuses.
  const request = new Request(url, input instanceof Request ? new Request(input, init) : init);
  const hasBody = request.body !== null;
  return {
    method: request.method,
    url,
    headers: Object.fromEntries(request.headers),
    ...(hasBody && { body: await request.text() }),
    ...(request.redirect === 'manual' && { limits: { redirects: 0 } }),
    signal: request.signal,
  };
}
