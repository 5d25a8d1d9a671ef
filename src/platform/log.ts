export type Level = 'error' | 'info' | 'debug';

/** One JSON object a line. Callers never pass addresses, tokens or names of people. */
export interface Log {
  error(message: string, facts?: Record<string, unknown>): void;
  info(message: string, facts?: Record<string, unknown>): void;
  debug(message: string, facts?: Record<string, unknown>): void;
}

const ORDER = { silent: 0, error: 1, info: 2, debug: 3 };

export function logTo(write: (line: string) => void, level: keyof typeof ORDER): Log {
  const at =
    (name: Level) =>
    (message: string, facts: Record<string, unknown> = {}) => {
      if (ORDER[name] > ORDER[level]) return;
      write(JSON.stringify({ at: new Date().toISOString(), level: name, message, ...facts }));
    };
  return { error: at('error'), info: at('info'), debug: at('debug') };
}

/** The message and place of an error, without what a person may have typed into a statement's parameters. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error).slice(0, 200) };
  const code = (error as { code?: unknown }).code;
  return { error: error.message.slice(0, 300), code, stack: error.stack?.split('\n').slice(1, 6).join('\n') };
}
