import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  type BookView,
  deleteApiV1BooksByBookId,
  postApiV1BooksByBookIdRestore,
} from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

/** Deletes at once, and offers to take it back. */
export function RemoveBook({ book }: { book: BookView }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: ["books"] });
  const remove = useMutation({
    mutationFn: () => deleteApiV1BooksByBookId({ path: { bookId: book.id }, throwOnError: true }),
    onSuccess: async () => {
      await navigate({ to: "/books" });
      queries.removeQueries({ queryKey: ["books", "one", book.id] });
      void readAgain();
      toast(<Trans>“{book.title}” is deleted.</Trans>, () => {
        void postApiV1BooksByBookIdRestore({ path: { bookId: book.id }, throwOnError: true })
          .catch(() => toast(<Trans>It could not be brought back.</Trans>))
          .finally(readAgain);
      });
    },
  });
  return (
    <div data-screen-only className="grid justify-items-start gap-3">
      <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
        <Trans>Delete this book</Trans>
      </Button>
      {remove.error && <ErrorPanel error={remove.error} />}
    </div>
  );
}
