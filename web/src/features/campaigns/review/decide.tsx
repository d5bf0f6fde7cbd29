import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  type CommentView,
  patchApiV1CommentsByCommentId,
  postApiV1CommentsByCommentIdApprove,
  postApiV1CommentsByCommentIdRegenerate,
  postApiV1CommentsByCommentIdReject,
  postApiV1CommentsByCommentIdReview,
} from "@/shared/api/generated";
import { useKeys } from "@/shared/lib/keys";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextArea } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";

interface DecideProps {
  comment: CommentView;
  onEdit: () => void;
  onOrdered: () => void;
  onDecided: (what: string) => void;
}

/** Approve, edit, reject, have it written anew, or checked again: by button and by key. */
export function Decide({ comment, onEdit, onOrdered, onDecided }: DecideProps) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"reject" | "anew" | null>(null);
  const { id, state, version, text } = comment;
  const path = { commentId: id };
  function keep(next: CommentView) {
    queries.setQueryData(["comments", "one", next.id], next);
    void queries.invalidateQueries({ queryKey: ["comments", "list"] });
    void queries.invalidateQueries({ queryKey: ["campaigns"] });
  }
  const again = () => queries.invalidateQueries({ queryKey: ["comments", "one", id] });

  const approve = useMutation({
    mutationFn: async () =>
      (await postApiV1CommentsByCommentIdApprove({ path, body: { version }, throwOnError: true })).data,
    onSuccess: (approved) => {
      keep(approved);
      // The same words as a new version: the approval goes, and nothing is lost.
      toast(<Trans>Approved.</Trans>, () => {
        patchApiV1CommentsByCommentId({
          path,
          body: { text: approved.text, version: approved.version },
          throwOnError: true,
        }).then(
          ({ data }) => keep(data),
          () => toast(<Trans>It could not be taken back.</Trans>),
        );
      });
      onDecided(t`Approved.`);
    },
    onError: again,
  });
  const check = useMutation({
    mutationFn: async () => (await postApiV1CommentsByCommentIdReview({ path, throwOnError: true })).data,
    onSuccess: (checked) => {
      keep(checked);
      toast(<Trans>Checked again.</Trans>);
    },
  });

  const isBusy = approve.isPending || check.isPending;
  const isWritten = state !== "drafting";
  const mayDecide = isWritten && !isBusy;
  useKeys({
    a: {
      does: <Trans>Approve this draft</Trans>,
      act: () => mayDecide && comment.mayApprove && approve.mutate(),
    },
    e: { does: <Trans>Edit this draft</Trans>, act: () => mayDecide && state !== "rejected" && onEdit() },
    r: {
      does: <Trans>Reject this draft</Trans>,
      act: () => mayDecide && state !== "rejected" && setAsking("reject"),
    },
  });

  if (!isWritten)
    return (
      <p role="status" className="text-faded">
        <Trans>It is being written. This page fills by itself when that is done.</Trans>
      </p>
    );
  return (
    <section
      aria-label={t`Decide`}
      data-screen-only
      className="grid gap-3 rounded-2xl border border-rule bg-leaf p-4 shadow-leaf sm:sticky sm:bottom-3 sm:z-10"
    >
      <div className="flex flex-wrap gap-2">
        {state !== "approved" && (
          <Button
            look="main"
            busy={approve.isPending}
            disabled={!comment.mayApprove || check.isPending}
            aria-keyshortcuts="a"
            onClick={() => approve.mutate()}
          >
            <Trans>Approve</Trans> <Hint letter="A" />
          </Button>
        )}
        {state !== "rejected" && (
          <>
            <Button aria-keyshortcuts="e" disabled={isBusy} onClick={onEdit}>
              <Trans>Edit</Trans> <Hint letter="E" />
            </Button>
            <Button look="danger" aria-keyshortcuts="r" disabled={isBusy} onClick={() => setAsking("reject")}>
              <Trans>Reject</Trans> <Hint letter="R" />
            </Button>
          </>
        )}
        <Button disabled={isBusy} onClick={() => setAsking("anew")}>
          <Trans>Have it written anew</Trans>
        </Button>
        <Button look="quiet" busy={check.isPending} onClick={() => check.mutate()}>
          <Trans>Check again</Trans>
        </Button>
      </div>
      {!comment.mayApprove && comment.whyNot && state !== "approved" && (
        <p className="text-sm text-faded">{comment.whyNot}</p>
      )}
      {(approve.error ?? check.error) && <ErrorPanel error={approve.error ?? check.error} />}
      {asking === "reject" && (
        <Reject
          comment={comment}
          onClose={() => setAsking(null)}
          onRejected={(next) => {
            keep(next);
            toast(<Trans>Rejected.</Trans>);
            onDecided(t`Rejected.`);
          }}
        />
      )}
      {asking === "anew" && (
        <Anew
          commentId={id}
          isEmpty={text === ""}
          onClose={() => setAsking(null)}
          onOrdered={(next) => {
            keep(next);
            toast(<Trans>It is being written anew.</Trans>);
            onOrdered();
          }}
        />
      )}
    </section>
  );
}

function Hint({ letter }: { letter: string }) {
  return (
    <kbd aria-hidden className="font-sans text-xs opacity-75 max-sm:hidden">
      {letter}
    </kbd>
  );
}

function Reject(props: {
  comment: CommentView;
  onClose: () => void;
  onRejected: (next: CommentView) => void;
}) {
  const { t } = useLingui();
  const form = useForm(async ({ reason = "" }) => {
    const { data } = await postApiV1CommentsByCommentIdReject({
      path: { commentId: props.comment.id },
      body: { reason, version: props.comment.version },
      throwOnError: true,
    });
    props.onClose();
    props.onRejected(data);
  });
  return (
    <Dialog title={<Trans>Why is it rejected?</Trans>} onClose={props.onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextArea
          label={t`The reason`}
          hint={t`It is kept with the draft, and counts in how often the crew is right.`}
          name="reason"
          minLength={3}
          maxLength={500}
          required
          autoFocus
          errors={form.errorsOf("reason")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="danger" busy={form.busy}>
            <Trans>Reject it</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Anew(props: {
  commentId: string;
  isEmpty: boolean;
  onClose: () => void;
  onOrdered: (next: CommentView) => void;
}) {
  const { t } = useLingui();
  const form = useForm(async ({ instruction = "" }) => {
    const { data } = await postApiV1CommentsByCommentIdRegenerate({
      path: { commentId: props.commentId },
      body: { instruction: instruction.trim() || null },
      throwOnError: true,
    });
    props.onClose();
    props.onOrdered(data);
  });
  return (
    <Dialog title={<Trans>Have it written anew?</Trans>} onClose={props.onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        {!props.isEmpty && (
          <p className="text-faded">
            <Trans>What is there stays as an earlier version.</Trans>
          </p>
        )}
        <TextArea
          label={t`What should be different?`}
          hint={t`A model takes it into account; the rules that write without one only keep it as a note.`}
          name="instruction"
          maxLength={300}
          autoFocus
          errors={form.errorsOf("instruction")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Write it anew</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
