import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import type { BlogView } from "@/shared/api/generated";
import { ago } from "@/shared/lib/format";
import { useBlogWords } from "./blog-words";

export function BlogRow({ blog }: { blog: BlogView }) {
  const { i18n } = useLingui();
  const words = useBlogWords();
  const { id, title, host, description, state, note, posts, lastPostAt, openness, foundBy, analysis } = blog;
  const fit = analysis?.parts.find((one) => one.name === "topic_fit")?.value;
  return (
    <li className="grid gap-1 rounded-xl border border-rule bg-leaf p-4 shadow-leaf">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="wrap-anywhere text-xl">
          <Link to="/campaigns/blogs/$blogId" params={{ blogId: id }} className="text-ink">
            {title || host}
          </Link>
        </h2>
        <BlogStateMark blog={blog} />
        {fit != null && (
          <span className="text-sm text-faded">
            <Trans>fits by {i18n.number(fit, { style: "percent" })}</Trans>
          </span>
        )}
      </div>
      {(note && state !== "ready" ? note : description) && (
        <p className="line-clamp-2 wrap-anywhere text-sm">{note && state !== "ready" ? note : description}</p>
      )}
      <p className="flex flex-wrap gap-x-4 text-sm text-faded">
        <span className="wrap-anywhere">{host}</span>
        <span>{words.openness(openness)}</span>
        <Plural value={posts} _0="no posts" one="# post" other="# posts" />
        {lastPostAt && (
          <time dateTime={lastPostAt}>
            <Trans>last post {ago(lastPostAt, i18n.locale)}</Trans>
          </time>
        )}
        <span>{words.foundBy(foundBy)}</span>
      </p>
    </li>
  );
}

export function BlogStateMark({ blog: { state } }: { blog: Pick<BlogView, "state"> }) {
  const words = useBlogWords();
  return (
    <span
      className={clsx(
        "text-sm font-semibold",
        state === "ready" ? "text-moss" : state === "found" ? "text-amber" : "text-alarm",
      )}
    >
      {words.state(state)}
    </span>
  );
}
