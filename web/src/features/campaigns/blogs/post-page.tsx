import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { PostView } from "@/shared/api/generated";
import { day, moment } from "@/shared/lib/format";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { useFetchWords } from "../board/fetch-words";
import { useBlogWords } from "./blog-words";
import { usePost } from "./use-blogs";

/** A post as it was read, and the evidence for everything that is said of it. */
export function PostPage() {
  const { t } = useLingui();
  const { postId } = useParams({ from: "/studio/campaigns/posts/$postId" });
  const post = usePost(postId);
  if (post.isPending)
    return (
      <Unshown name={t`Post`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  if (post.error)
    return (
      <Unshown name={t`Post`}>
        <ErrorPanel error={post.error} onRetry={() => void post.refetch()} />
      </Unshown>
    );
  const { title, url, author, publishedAt, blogId, text, keyphrases, language } = post.data;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <header className="grid gap-3">
        <p className="text-sm" data-screen-only>
          <Link to="/campaigns/blogs/$blogId" params={{ blogId }}>
            <Trans>Its blog</Trans>
          </Link>
        </p>
        <h1 className="wrap-anywhere text-4xl" lang={language ?? undefined}>
          {title || url}
        </h1>
        <p className="flex flex-wrap gap-x-4 text-sm text-faded">
          <a href={url} target="_blank" rel="noreferrer" className="wrap-anywhere">
            {url}
          </a>
          {author && <span className="wrap-anywhere">{author}</span>}
          <Published at={publishedAt} />
        </p>
        {keyphrases.length > 0 && (
          <ul aria-label={t`What it is about`} className="flex flex-wrap gap-1.5 text-sm">
            {keyphrases.map((phrase) => (
              <li key={phrase} className="rounded-full bg-well px-3 py-0.5">
                {phrase}
              </li>
            ))}
          </ul>
        )}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section className="rounded-2xl border border-rule bg-leaf p-5 shadow-leaf" aria-label={t`The text`}>
          {text === null ? (
            <p className="text-faded">
              <Trans>Its text is not kept: it was not read, or robots rules do not allow it.</Trans>
            </p>
          ) : (
            <div
              lang={language ?? undefined}
              className="max-w-prose whitespace-pre-line wrap-anywhere font-display text-lg leading-relaxed"
            >
              {text}
            </div>
          )}
        </section>
        <Evidence post={post.data} />
      </div>
    </article>
  );
}

function Published({ at }: { at: string | null }) {
  const { i18n } = useLingui();
  return at && <time dateTime={at}>{day(at, i18n.locale)}</time>;
}

function Evidence({ post }: { post: PostView }) {
  const { t, i18n } = useLingui();
  const words = useBlogWords();
  const fetches = useFetchWords();
  const { fetch, hidden } = post;
  const names = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <section className="grid gap-4" aria-label={t`How it was read`}>
      <Fact title={t`Comments`} text={words.openness(post.openness)}>
        {post.commentSystem && (
          <p>
            <Trans>Run by {post.commentSystem}</Trans>
          </p>
        )}
        {post.commentCount !== null && (
          <Plural value={post.commentCount} one="# comment" other="# comments" />
        )}
        {post.opennessEvidence && <Snippet text={post.opennessEvidence} />}
      </Fact>
      <Fact
        title={t`Robots rules`}
        text={post.robotsAllowed ? <Trans>allow reading it</Trans> : <Trans>forbid reading it</Trans>}
      >
        {post.robotsNote && <p className="wrap-anywhere">{post.robotsNote}</p>}
        {fetch?.robotsRule && <Snippet text={fetch.robotsRule} line={fetch.robotsLine} />}
      </Fact>
      {fetch && (
        <Fact
          title={t`How it was fetched`}
          text={`${fetches.outcome(fetch.outcome)}${fetch.status === null ? "" : ` ${fetch.status}`}`}
        >
          <p className="wrap-anywhere">{fetch.why}</p>
          <p>
            {moment(fetch.at, i18n.locale)},{" "}
            <Trans>
              {i18n.number(fetch.seconds, { maximumFractionDigits: 1 })} s, after waiting{" "}
              {i18n.number(fetch.waitedSeconds, { maximumFractionDigits: 1 })} s
            </Trans>
          </p>
          <p className="tabular-nums">
            {i18n.number(fetch.bytes / 1024, { maximumFractionDigits: 1 })} KiB, {fetch.mediaType}
          </p>
        </Fact>
      )}
      <Fact title={t`Language`} text={post.language ? names.of(post.language) : t`Not known`} />
      {post.termsFlag && (
        <Fact title={t`Terms`} text={t`do not want comments like these`}>
          {post.termsEvidence && <Snippet text={post.termsEvidence} />}
        </Fact>
      )}
      {hidden.length > 0 && (
        <Fact title={t`Hidden in the page`} text={t`Not part of the text, and not given to any model`}>
          {hidden.map((one) => (
            <Snippet key={one} text={one} />
          ))}
        </Fact>
      )}
    </section>
  );
}

function Fact({ title, text, children }: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <section className="grid gap-1 rounded-2xl border border-rule bg-leaf p-4 text-sm">
      <h2 className="text-lg">{title}</h2>
      <p className="font-semibold">{text}</p>
      {children && <div className="grid gap-1 text-faded">{children}</div>}
    </section>
  );
}

function Snippet({ text, line }: { text: string; line?: number | null }) {
  return (
    <code className="block whitespace-pre-wrap rounded-lg bg-well px-3 py-2 text-xs wrap-anywhere text-ink">
      {line != null && (
        <span className="text-faded">
          <Trans>line {line}:</Trans>{" "}
        </span>
      )}
      {text}
    </code>
  );
}
