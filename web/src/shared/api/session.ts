/**
 * Who is signed in here. The access token lives in memory only; the refresh token is a cookie that no script reads.
 * However many calls find the token too old, over however many tabs, it is refreshed once.
 */
export interface Tokens {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
}

const EARLY = 30_000; // milliseconds before its end a token counts as old

let token: { value: string; until: number } | null = null;
let refreshing: Promise<string | null> | null = null;
const listeners = new Set<() => void>();

export function signedIn(tokens: Tokens): void {
  const isNew = !token;
  token = { value: tokens.accessToken, until: Date.now() + tokens.expiresIn * 1000 };
  if (isNew) tell();
}

export function signedOut(): void {
  const was = token;
  token = null;
  if (was) tell();
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A token that is good for a while, or null when nobody is signed in. */
export async function accessToken(stale?: string): Promise<string | null> {
  if (token && token.value !== stale && token.until - EARLY > Date.now()) return token.value;
  refreshing ??= refresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function refresh(): Promise<string | null> {
  const ask = async () => {
    const answer = await fetch("/api/v1/auth/refresh", { method: "POST", credentials: "same-origin" });
    if (answer.ok) {
      signedIn((await answer.json()) as Tokens);
      return token?.value ?? null;
    }
    if (answer.status === 401 || answer.status === 400) {
      signedOut();
      return null;
    }
    throw new TypeError(`The session could not be renewed (${answer.status}).`);
  };
  // One tab after the other: two at once would both hand in the same cookie.
  return navigator.locks ? navigator.locks.request("atelier.refresh", ask) : ask();
}

function tell(): void {
  for (const listener of listeners) listener();
}
