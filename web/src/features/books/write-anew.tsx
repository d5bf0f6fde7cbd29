import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import {
  type BookView,
  patchApiV1BooksByBookId,
  postApiV1BooksByBookIdGenerate,
} from "@/shared/api/generated";
import { ConfirmButton } from "@/shared/ui/confirm";

/** The same brief, another of the possible books; locked pages stay. */
export function WriteAnew({ book }: { book: BookView }) {
  const queries = useQueryClient();

  async function begin() {
    const path = { bookId: book.id };
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    try {
      await patchApiV1BooksByBookId({ path, body: { brief: { ...book.brief, seed } }, throwOnError: true });
      await postApiV1BooksByBookIdGenerate({ path, throwOnError: true });
    } finally {
      void queries.invalidateQueries({ queryKey: ["books"] });
    }
  }

  return (
    <ConfirmButton
      look="plain"
      label={<Trans>Write it anew</Trans>}
      title={<Trans>Write this book anew?</Trans>}
      act={begin}
    >
      <p>
        <Trans>
          Every page that is not locked is written and drawn anew, from the same idea. This version stays in
          the list below; you can go back to it.
        </Trans>
      </p>
    </ConfirmButton>
  );
}
