import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { CommentView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { useBlogWords } from "../blogs/blog-words";
import { Attempts } from "./attempts";
import { CommentStateMark, useCommentWords } from "./comment-words";
import { Decide } from "./decide";
import { EditDraft } from "./edit-draft";
import { Gates } from "./gates";
import { Marked } from "./marked";
import { placeOf } from "./pieces";
import { Scores } from "./scores";
import { useComment } from "./use-comments";
import { Versions } from "./versions";

/** One draft with everything a decision needs: the post, the words, what was checked, and what it changed. */
export function Draft({ commentId, onDecided }: { commentId: string; onDecided: (what: string) => void }) {
  const comment = useComment(commentId);
  if (comment.isPending) return <Skeleton className="h-96" />;
  if (comment.error) return <ErrorPanel error={comment.error} onRetry={() => void comment.refetch()} />;
  return <Open comment={comment.data} onDecided={onDecided} />;
}

function Open({ comment, onDecided }: { comment: CommentView; onDecided: (what: string) => void }) {
  const { t } = useLingui();
  const [isEditing, setEditing] = useState(false);
  const article = useRef<HTMLElement>(null);
  // What had the focus is gone: the keyboard goes on from the draft.
  const back = () => article.current?.focus();
  const { assessment, judgement, decision } = comment;
  return (
    <article
      ref={article}
      tabIndex={-1}
      aria-label={t`The draft`}
      className="grid grid-cols-[minmax(0,1fr)] gap-5 outline-none"
    >
      <header className="grid gap-2">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="wrap-anywhere text-2xl">{comment.post.title}</h2>
          <CommentStateMark state={comment.state} />
          {assessment && (
            <span className="text-sm tabular-nums text-faded">
              <Trans>{Math.round(assessment.score)} of 100</Trans>
            </span>
          )}
        </div>
        <AboutPost comment={comment} />
      </header>
      <Attempts attempts={comment.attempts} />
      {decision && <Decision comment={comment} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-2">
        <Words comment={comment}>
          {isEditing && (
            <EditDraft
              comment={comment}
              onDone={() => {
                setEditing(false);
                back();
              }}
            />
          )}
        </Words>
        <Post comment={comment} />
      </div>
      {!isEditing && (
        <Decide comment={comment} onEdit={() => setEditing(true)} onOrdered={back} onDecided={onDecided} />
      )}
      {assessment && <Gates assessment={assessment} />}
      <Versions comment={comment} />
      {assessment && <Scores assessment={assessment} judgement={judgement} />}
    </article>
  );
}

function AboutPost({ comment: { post } }: { comment: CommentView }) {
  const { i18n } = useLingui();
  const words = useBlogWords();
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-faded">
      <a href={post.url} target="_blank" rel="noreferrer" className="wrap-anywhere">
        {new URL(post.url).host}
      </a>
      {post.author && <span className="wrap-anywhere">{post.author}</span>}
      {post.publishedAt && <time dateTime={post.publishedAt}>{ago(post.publishedAt, i18n.locale)}</time>}
      <span>{words.openness(post.openness)}</span>
      <Link to="/campaigns/posts/$postId" params={{ postId: post.id }}>
        <Trans>How it was read</Trans>
      </Link>
    </p>
  );
}

const leaf = "grid content-start gap-3 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf";

function Words({ comment, children }: { comment: CommentView; children: React.ReactNode }) {
  const { t } = useLingui();
  const words = useCommentWords();
  const { text, anchors, disclosure, assessment } = comment;
  const isByRules = comment.writer === "built-in";
  const faults = assessment?.gates.filter((one) => !one.passed) ?? [];
  return (
    <section className={leaf} aria-labelledby={`words-${comment.id}`}>
      <h3 id={`words-${comment.id}`} className="text-xl">
        <Trans>What would be said</Trans>
      </h3>
      {comment.isStartingPoint && (
        <p className="rounded-lg bg-well px-3 py-2 text-sm">
          <Trans>
            Written by rules from sentences of the post, not by a model. Take it as a starting point and put
            it in your own words.
          </Trans>
        </p>
      )}
      {children ||
        (text === "" ? (
          <Skeleton className="h-32" />
        ) : (
          <Marked
            text={text}
            lang={comment.language}
            marks={[
              ...faults.flatMap((gate) =>
                gate.evidence.map((one) => ({
                  place: one.inComment,
                  look: "fault" as const,
                  says: words.gate(gate.code),
                })),
              ),
              ...anchors.map((one) => ({
                place: one.inComment,
                says: t`${words.anchor(one.kind)} from the post`,
              })),
              { place: placeOf(disclosure, text), look: "disclosure", says: t`the disclosure` },
            ]}
          />
        ))}
      <p className="text-sm text-faded">
        <Trans>
          In the name of {comment.persona}. Written by {isByRules ? t`the studio’s rules` : comment.writer}.
        </Trans>
      </p>
      {comment.notes.length > 0 && (
        <ul lang="en" className="list-disc pl-5 text-sm text-faded">
          {comment.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Post({ comment: { post, anchors, id, language } }: { comment: CommentView }) {
  const { t } = useLingui();
  const words = useCommentWords();
  return (
    <section className={leaf} aria-labelledby={`post-${id}`}>
      <h3 id={`post-${id}`} className="text-xl">
        <Trans>What the post says</Trans>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section aria-label={t`The post`} tabIndex={0} className="max-h-96 overflow-y-auto">
        <Marked
          text={post.excerpt}
          lang={language}
          marks={anchors.map((one) => ({ place: one.inPost, says: words.anchor(one.kind) }))}
        />
      </section>
      {!post.isWhole && (
        <p className="text-sm text-faded">
          <Trans>The parts of the post that the draft refers to.</Trans>
        </p>
      )}
    </section>
  );
}

function Decision({ comment: { decision } }: { comment: CommentView }) {
  const { i18n } = useLingui();
  if (!decision) return null;
  const when = ago(decision.at, i18n.locale);
  return (
    <div className="grid gap-1 rounded-xl border border-rule bg-well px-4 py-3 text-sm">
      <p>
        {decision.kind === "approved" ? (
          <Trans>
            Approved {when}, version {decision.ofVersion}.
          </Trans>
        ) : (
          <Trans>
            Rejected {when}, version {decision.ofVersion}.
          </Trans>
        )}
      </p>
      {decision.reason && <p className="wrap-anywhere">{decision.reason}</p>}
    </div>
  );
}
