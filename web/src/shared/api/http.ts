import { client } from "./generated/client.gen";
import { accessToken } from "./session";

/** Adds the token, and sends a refused request once more with a new one. */
export async function authorized(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const isOpen = /\/auth\/(login|register|refresh|forgot|reset|verify$|email\/confirm)/.test(
    new URL(request.url).pathname,
  );
  if (isOpen) return fetch(request);
  const token = await accessToken();
  const again = request.clone();
  const answer = await fetch(withToken(request, token));
  if (answer.status !== 401 || !token) return answer;
  const newer = await accessToken(token);
  return newer ? fetch(withToken(again, newer)) : answer;
}

function withToken(request: Request, token: string | null): Request {
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}

client.setConfig({
  baseUrl: globalThis.location?.origin ?? "",
  fetch: authorized,
  credentials: "same-origin",
});

/** Sends a file as it is, as the body; answers what the studio says of it. */
export async function sendFile<T>(method: "POST" | "PUT", path: string, file: File): Promise<T> {
  const answer = await authorized(path, { method, body: file });
  if (!answer.ok) throw await answer.json().catch(() => ({ status: answer.status, code: "unreadable" }));
  return (await answer.json()) as T;
}

/** A file that needs a token, as an address for an image; to be revoked by who asked. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  const answer = await authorized(new URL(path, location.origin), { signal });
  if (!answer.ok) throw await answer.json().catch(() => ({ status: answer.status, code: "unreadable" }));
  return answer.blob();
}

/** Puts a file into the browser's downloads under the name the server gives it. */
export async function download(path: string): Promise<void> {
  const answer = await authorized(new URL(path, location.origin));
  if (!answer.ok) throw await answer.json().catch(() => ({ status: answer.status, code: "unreadable" }));
  const named = /filename\*?=(?:UTF-8'')?"?([^";]+)/.exec(answer.headers.get("Content-Disposition") ?? "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(named?.[1] ?? "download");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
