import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type BookView, postApiV1BooksByBookIdGenerate } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Empty, ErrorPanel } from "@/shared/ui/states";

/** In place of the bench: a book of which only the finished pages were kept, and the way to have it on the bench. */
export function TooOld({ book }: { book: BookView }) {
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => postApiV1BooksByBookIdGenerate({ path: { bookId: book.id }, throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["books"] }),
  });
  return (
    <Empty
      title={<Trans>This book is older than its bench</Trans>}
      action={
        <>
          <Button
            look="main"
            busy={again.isPending || book.state === "generating"}
            onClick={() => again.mutate()}
          >
            <Trans>Make it once more</Trans>
          </Button>
          {again.error && <ErrorPanel error={again.error} />}
        </>
      }
    >
      <Trans>
        It was made before its pages could be changed. Made once more from the same idea, it may differ here
        and there; until that is done you keep the book as it is.
      </Trans>
    </Empty>
  );
}
