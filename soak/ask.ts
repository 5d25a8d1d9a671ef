import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  // What a route answers is looked at field by field, as a caller would.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

export interface Question {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

// Plain sockets that stay open: in a race every caller has its own, and the client costs little beside the server.
const agent = new Agent({ keepAlive: true, maxSockets: 512, maxFreeSockets: 512 });

/** One request over HTTP. Rejects when the connection breaks. */
export function ask(url: string, { method = 'GET', body, headers = {} }: Question = {}): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const own = text === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...own, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString();
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        resolve({ status: response.statusCode!, body: isJson ? JSON.parse(answer) : answer });
      });
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** Opens `count` connections to a server, so that a race begins with its requests and not with handshakes. */
export async function openConnections(url: string, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => ask(`${url}/healthz`)));
}
