import { OutwardFault } from './outward.ts';

/** Whatever went wrong on the way, as a sentence for whoever named the server. */
export function faultOf(error: unknown, signal: AbortSignal): OutwardFault {
  if (error instanceof OutwardFault) return error;
  const code = codeOf(error);
  if (signal.aborted) {
    return new OutwardFault('timeout', 'This server takes too long to answer.', { cause: error });
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new OutwardFault('too-large', 'This server answers with more than can be read here.', {
      cause: error,
    });
  }
  if (ENCRYPTION.test(code)) {
    const message = `No safe connection to this server: its certificate or its encryption does not hold (${code}).`;
    return new OutwardFault('encryption', message, { cause: error });
  }
  const known = SENTENCES[code] ?? `No answer that can be read comes from this server (${code}).`;
  return new OutwardFault('unreachable', known, { cause: error });
}

const ENCRYPTION =
  /^(ERR_(TLS|SSL)_|EPROTO$|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/;
const BROKEN = 'This server broke the connection off before its answer was whole.';
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'This server does not take connections at this port.',
  ECONNRESET: BROKEN,
  EPIPE: BROKEN,
  ERR_STREAM_PREMATURE_CLOSE: BROKEN,
  Z_BUF_ERROR: BROKEN,
  EHOSTUNREACH: 'There is no way to this server from here.',
  ENETUNREACH: 'There is no way to this server from here.',
  ETIMEDOUT: 'This server takes too long to answer.',
};

/** Of the first address, where several were tried. */
function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return (first as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
}
