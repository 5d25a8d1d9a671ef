/** What a consent gave us; kept sealed as the secret of its account. */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** From when and until when the access token stands: milliseconds since 1970. */
  issuedAt: number;
  expiresAt: number;
}

export function secretFrom(tokens: Tokens): string {
  return JSON.stringify(tokens);
}

export function tokensFrom(secret: string): Tokens {
  return JSON.parse(secret) as Tokens;
}
