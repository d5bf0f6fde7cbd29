import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import {
  type BookView,
  postApiV1BooksByBookIdGenerate,
  postApiV1JobsByJobIdCancel,
} from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Progress } from "@/shared/ui/states";
import { useBookStatus } from "./use-books";

/** How far the book is, and the way to begin, to stop and to try again. Nothing once a whole book is at rest. */
export function Making({ book }: { book: BookView }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const status = useBookStatus(book);
  // A change that failed is told to whoever waited for it, not on every visit from then on.
  const [watched, setWatched] = useState<string | null>(null);
  useEffect(() => {
    if (book.state === "generating") setWatched(book.jobId);
  }, [book.state, book.jobId]);
  const readAgain = () => queries.invalidateQueries({ queryKey: ["books"] });
  const begin = useMutation({
    mutationFn: () => postApiV1BooksByBookIdGenerate({ path: { bookId: book.id }, throwOnError: true }),
    onSettled: readAgain,
  });
  const cancel = useMutation({
    mutationFn: () => postApiV1JobsByJobIdCancel({ path: { jobId: book.jobId ?? "" }, throwOnError: true }),
    onSettled: readAgain,
  });

  if (book.state === "generating")
    return (
      <div className="grid gap-3 rounded-2xl border border-rule bg-leaf p-6 shadow-leaf">
        {status.error && <ErrorPanel error={status.error} />}
        <p role="status" className="font-display text-xl">
          {status.data?.message ?? t`Waiting for its turn`}
        </p>
        <Progress value={status.data?.progress ?? 0} label={t`Progress`} />
        {book.version > 0 && (
          <p className="text-sm text-faded">
            <Trans>Until it is done you see, and can download, the book as it was.</Trans>
          </p>
        )}
        <div>
          <Button onClick={() => cancel.mutate()} busy={cancel.isPending}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    );
  if (book.version > 0)
    return status.data?.error && watched === book.jobId ? (
      <ErrorPanel error={{ status: 422, code: status.data.error.code, detail: status.data.error.message }} />
    ) : null;
  return (
    <div className="grid justify-items-start gap-4 rounded-2xl border border-rule bg-leaf p-6">
      {book.state === "failed" && (
        <ErrorPanel
          error={{
            status: 422,
            code: "book_failed",
            detail: status.data?.error?.message ?? t`This book could not be made.`,
          }}
        />
      )}
      {begin.error && <ErrorPanel error={begin.error} />}
      <Button look="main" busy={begin.isPending} onClick={() => begin.mutate()}>
        {book.state === "failed" ? <Trans>Try again</Trans> : <Trans>Make this book</Trans>}
      </Button>
    </div>
  );
}
