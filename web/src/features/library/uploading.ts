import {
  deleteApiV1DocumentsUploadsByUploadId,
  getApiV1DocumentsUploadsByUploadId,
  patchApiV1DocumentsUploadsByUploadId,
  postApiV1Documents,
  postApiV1DocumentsUploads,
  type UploadedDocumentView,
} from "@/shared/api/generated";
import { problemOf } from "@/shared/api/problem";

const MEGABYTE = 1024 * 1024;
/** A file up to here is sent in one piece; a larger one in parts, so that a lost line costs one part only. */
export const WHOLE = 8 * MEGABYTE;
export const PART = 4 * MEGABYTE;
const TRIES = 5;

export interface Sending {
  project?: string;
  /** Told how many bytes have arrived. */
  told: (bytes: number) => void;
  signal: AbortSignal;
  /** Waits before another try; the tries that went wrong so far are counted from 1. */
  pause?: (tries: number) => Promise<void>;
}

const soon = (tries: number) => new Promise<void>((go) => setTimeout(go, 500 * 2 ** tries));

/** Sends a file to the library. */
export function bring(file: File, sending: Sending): Promise<UploadedDocumentView> {
  return file.size > WHOLE ? inParts(file, sending) : inOnePiece(file, sending);
}

async function inOnePiece(file: File, { project, told, signal }: Sending): Promise<UploadedDocumentView> {
  // What belongs to the file is said before it comes.
  const body = { projectId: project ?? null, title: null, encoding: null, file };
  const { data } = await postApiV1Documents({ body, signal, throwOnError: true });
  told(file.size);
  return data;
}

async function inParts(file: File, sending: Sending): Promise<UploadedDocumentView> {
  const { told, signal, pause = soon } = sending;
  const { data: upload } = await postApiV1DocumentsUploads({
    body: { fileName: file.name, length: file.size, projectId: sending.project ?? null },
    signal,
    throwOnError: true,
  });
  const path = { uploadId: upload.id };
  let at = upload.offset;
  for (let misses = 0; ; ) {
    try {
      const answer = await sendPart(path, file.slice(at, at + PART), at, signal);
      if (answer.document) return answer.document;
      at = answer.offset;
      misses = 0;
      told(at);
    } catch (error) {
      if (signal.aborted || !isPassing(error) || ++misses >= TRIES) {
        // What is half there would only wait for its end.
        void deleteApiV1DocumentsUploadsByUploadId({ path });
        throw error;
      }
      await pause(misses);
      at = await arrived(path, at);
    }
  }
}

/** How much is there; as before where that cannot be asked now either. */
async function arrived(path: { uploadId: string }, before: number): Promise<number> {
  const { data } = await getApiV1DocumentsUploadsByUploadId({ path });
  return data?.offset ?? before;
}

async function sendPart(path: { uploadId: string }, part: Blob, at: number, signal: AbortSignal) {
  const { data, response } = await patchApiV1DocumentsUploadsByUploadId({
    path,
    body: part as never,
    bodySerializer: null,
    headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(at) },
    signal,
    throwOnError: true,
  });
  return response.status === 204
    ? { offset: Number(response.headers.get("Upload-Offset") ?? at + part.size) }
    : { offset: at, document: data as UploadedDocumentView };
}

/** Whether another try may go better. */
function isPassing(error: unknown): boolean {
  const { status, code } = problemOf(error);
  return (
    status === 0 ||
    status === 429 ||
    (status >= 500 && status !== 507) ||
    code === "upload_in_progress" ||
    code === "upload_offset_mismatch"
  );
}
