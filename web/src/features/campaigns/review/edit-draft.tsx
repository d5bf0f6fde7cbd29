import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type CommentView, patchApiV1CommentsByCommentId } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { TextArea } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

/** The draft in one's own words; the gates look at it again as soon as it is kept. */
export function EditDraft({ comment, onDone }: { comment: CommentView; onDone: () => void }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [text, setText] = useState(comment.text);
  const words = text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
  const form = useForm(async () => {
    const { data } = await patchApiV1CommentsByCommentId({
      path: { commentId: comment.id },
      body: { text, version: comment.version },
      throwOnError: true,
    });
    queries.setQueryData(["comments", "one", data.id], data);
    void queries.invalidateQueries({ queryKey: ["comments", "list"] });
    toast(<Trans>Kept, and checked anew.</Trans>);
    onDone();
  });
  return (
    <form
      className="grid gap-3"
      onSubmit={form.onSubmit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onDone();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
      noValidate
    >
      <TextArea
        label={t`The draft in your words`}
        hint={t`${words} words. 40 to 180 read best. The disclosure has to stay in the first or the last sentence.`}
        name="text"
        lang={comment.language}
        rows={10}
        maxLength={4000}
        required
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        errors={form.errorsOf("text")}
        className="font-display text-lg"
      />
      {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main" busy={form.busy} aria-keyshortcuts="Control+Enter">
          <Trans>Keep it so</Trans>
        </Button>
        <Button onClick={onDone}>
          <Trans>Leave it as it was</Trans>
        </Button>
      </div>
    </form>
  );
}
