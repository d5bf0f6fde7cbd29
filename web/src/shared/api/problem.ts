import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** A refusal as the studio words it (RFC 9457); programs read the code, people the detail. */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  traceId?: string;
  retryAfter?: number;
  challenge?: string;
  errors?: Record<string, string[]>;
}

const OFFLINE: Problem = { status: 0, code: "offline" };

/** Whatever was thrown, as a problem. */
export function problemOf(thrown: unknown): Problem {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "status" in thrown)
    return thrown as Problem;
  return thrown instanceof TypeError ? OFFLINE : { status: 500, code: "unexpected", detail: String(thrown) };
}

const WORDS: Record<string, MessageDescriptor> = {
  offline: msg`The studio cannot be reached. It may be starting again; what you see is kept.`,
  wrong_credentials: msg`This e-mail address and password do not belong together.`,
  email_taken: msg`There is an account with this e-mail address already.`,
  too_many_requests: msg`That was too often. Wait a little and try again.`,
  forbidden: msg`This belongs to somebody else.`,
  insufficient_scope: msg`Your role does not allow this.`,
  step_up_declined: msg`Nothing was changed, since the password was not given.`,
  wrong_password: msg`This is not your password.`,
  wrong_code: msg`This code is wrong, or was used before. Take the next one the app shows.`,
  last_admin: msg`The studio needs an admin. Make somebody else one first.`,
  job_not_retryable: msg`It is not over yet, or has succeeded meanwhile.`,
  address_refused: msg`The studio cannot call this address: only public http and https addresses, and those its operator has allowed.`,
  unauthorized: msg`You have been logged out.`,
};

/** What to tell a person; the server's own sentence where we have no better one. */
export function explain(problem: Problem): MessageDescriptor | string {
  return (
    WORDS[problem.code] ?? problem.detail ?? problem.title ?? msg`Something went wrong that should not have.`
  );
}
