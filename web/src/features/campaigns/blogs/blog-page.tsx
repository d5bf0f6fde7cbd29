import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import {
  type BlogView,
  deleteApiV1BlogsByBlogId,
  type PostSummary,
  patchApiV1BlogsByBlogId,
  postApiV1BlogsBlocks,
  postApiV1BlogsByBlogIdAnalyze,
} from "@/shared/api/generated";
import { ago, moment } from "@/shared/lib/format";
import { Button } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { Bars, Figure, Table } from "@/shared/ui/figure";
import { Pager } from "@/shared/ui/pager";
import { Empty, ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { BlogStateMark } from "./blog-row";
import { useBlogWords } from "./blog-words";
import { Scouting } from "./scouting";
import { useBlog, usePosts } from "./use-blogs";

const PAGE = 30;

/** A blog: what is known of it, each part by itself, and its posts. */
export function BlogPage() {
  const { t } = useLingui();
  const { blogId } = useParams({ from: "/studio/campaigns/blogs/$blogId" });
  const blog = useBlog(blogId);
  if (blog.isPending)
    return (
      <Unshown name={t`Blog`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  if (blog.error)
    return (
      <Unshown name={t`Blog`}>
        <ErrorPanel error={blog.error} onRetry={() => void blog.refetch()} />
      </Unshown>
    );
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Head blog={blog.data} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Posts blogId={blogId} />
        <Parts blog={blog.data} />
      </div>
    </article>
  );
}

function Head({ blog }: { blog: BlogView }) {
  const { t, i18n } = useLingui();
  const words = useBlogWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [jobId, setJobId] = useState(blog.jobId);
  const path = { blogId: blog.id };
  const read = useMutation({
    mutationFn: async () =>
      (await postApiV1BlogsByBlogIdAnalyze({ path, body: {}, throwOnError: true })).data,
    onSuccess: (begun) => setJobId(begun.jobId),
  });
  const block = useMutation({
    mutationFn: () => postApiV1BlogsBlocks({ body: { host: blog.host }, throwOnError: true }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["blogs"] });
      toast(t`${blog.host} is blocked: nothing is read or drafted for it any more.`);
    },
  });
  const follow = useMutation({
    mutationFn: async (follow: boolean) =>
      (await patchApiV1BlogsByBlogId({ path, body: { follow }, throwOnError: true })).data,
    onSuccess: (changed) => queries.setQueryData(["blogs", "one", blog.id], changed),
  });
  return (
    <header className="grid gap-3">
      <p className="text-sm" data-screen-only>
        <Link to="/campaigns/blogs">
          <Trans>All blogs</Trans>
        </Link>
      </p>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="wrap-anywhere text-4xl">{blog.title || blog.host}</h1>
        <BlogStateMark blog={blog} />
      </div>
      {blog.description && <p className="max-w-2xl wrap-anywhere text-faded">{blog.description}</p>}
      <p className="flex flex-wrap gap-x-4 text-sm text-faded">
        <a href={blog.address} target="_blank" rel="noreferrer" className="wrap-anywhere">
          {blog.address}
        </a>
        <span>
          {words.foundBy(blog.foundBy)}
          {blog.foundFrom && `: ${blog.foundFrom}`}
        </span>
        <span>{words.openness(blog.openness)}</span>
        {blog.readAt && (
          <time dateTime={blog.readAt}>
            <Trans>read {ago(blog.readAt, i18n.locale)}</Trans>
          </time>
        )}
        {blog.nextPollAt && (
          <time dateTime={blog.nextPollAt}>
            <Trans>not asked again before {moment(blog.nextPollAt, i18n.locale)}</Trans>
          </time>
        )}
      </p>
      {blog.note && <p className="rounded-xl bg-well px-4 py-3 text-sm wrap-anywhere">{blog.note}</p>}
      {blog.termsFlag && (
        <div className="grid gap-1 rounded-xl border border-alarm bg-leaf px-4 py-3 text-sm">
          <p className="font-semibold">
            <Trans>Its terms do not want comments like these. No draft for it can be approved.</Trans>
          </p>
          {blog.termsEvidence && <q className="wrap-anywhere font-display">{blog.termsEvidence}</q>}
        </div>
      )}
      <div data-screen-only className="flex flex-wrap gap-2">
        <Button busy={read.isPending} onClick={() => read.mutate()}>
          <Trans>Read it anew</Trans>
        </Button>
        {(blog.followed || (blog.readAt && !blog.termsFlag && blog.state !== "gone")) && (
          <Button
            busy={follow.isPending}
            aria-pressed={blog.followed}
            aria-describedby="following"
            className="aria-pressed:bg-ink aria-pressed:text-paper"
            onClick={() => follow.mutate(!blog.followed)}
          >
            <Trans>Follow it</Trans>
          </Button>
        )}
        <Button busy={block.isPending} onClick={() => block.mutate()}>
          <Trans>Block it</Trans>
        </Button>
        <ConfirmButton
          label={<Trans>Delete</Trans>}
          title={<Trans>Delete “{blog.title || blog.host}”?</Trans>}
          act={async () => {
            await deleteApiV1BlogsByBlogId({ path, throwOnError: true });
            await navigate({ to: "/campaigns/blogs" });
            queries.removeQueries({ queryKey: ["blogs", "one", blog.id] });
            void queries.invalidateQueries({ queryKey: ["blogs", "list"] });
          }}
        >
          <p>
            <Trans>Its posts go with it. A campaign may find it again; to keep it away, block it.</Trans>
          </p>
        </ConfirmButton>
      </div>
      <p id="following" data-screen-only className="text-sm text-faded">
        {blog.followed ? (
          <Trans>It is read by itself, each time something new may be expected.</Trans>
        ) : (
          <Trans>It is read when you or a campaign ask for it.</Trans>
        )}
      </p>
      {(read.error ?? follow.error ?? block.error) && (
        <ErrorPanel error={read.error ?? follow.error ?? block.error} />
      )}
      {jobId && <Scouting key={jobId} jobId={jobId} />}
    </header>
  );
}

function Parts({ blog: { analysis } }: { blog: BlogView }) {
  const { t, i18n } = useLingui();
  const words = useBlogWords();
  const percent = (value: number | null) =>
    value === null ? t`not known` : i18n.number(value, { style: "percent" });
  if (!analysis)
    return (
      <Empty title={<Trans>Not looked into yet</Trans>}>
        <Trans>Have it read anew, and what speaks for it and against it will stand here.</Trans>
      </Empty>
    );
  return (
    <Figure
      title={<Trans>What speaks for it</Trans>}
      chart={
        <Bars
          most={1}
          bars={analysis.parts.map(({ name, value }) => ({
            key: name,
            label: words.part(name),
            value: value ?? 0,
            text: percent(value),
          }))}
        />
      }
      table={
        <Table caption={t`What speaks for it`} heads={[t`Part`, t`How much`, t`Why`]}>
          {analysis.parts.map(({ name, value, detail }) => (
            <tr key={name}>
              <td>{words.part(name)}</td>
              <td className="tabular-nums">{percent(value)}</td>
              <td>{detail}</td>
            </tr>
          ))}
        </Table>
      }
    />
  );
}

function Posts({ blogId }: { blogId: string }) {
  const { cursor } = useSearch({ from: "/studio/campaigns/blogs/$blogId" });
  const posts = usePosts(blogId, PAGE, cursor);
  return (
    <section className="grid gap-3" aria-labelledby="posts">
      <h2 id="posts" className="text-2xl">
        <Trans>Its posts</Trans>
      </h2>
      {posts.isPending ? (
        <Skeleton className="h-64" />
      ) : posts.error ? (
        <ErrorPanel error={posts.error} onRetry={() => void posts.refetch()} />
      ) : posts.data.items.length === 0 ? (
        <p className="text-faded">
          <Trans>None was read yet.</Trans>
        </p>
      ) : (
        <ul className="grid gap-2">
          {posts.data.items.map((post) => (
            <Post key={post.id} post={post} />
          ))}
        </ul>
      )}
      {posts.data && <Pager cursor={cursor} next={posts.data.nextCursor} />}
    </section>
  );
}

function Post({ post }: { post: PostSummary }) {
  const { i18n } = useLingui();
  const words = useBlogWords();
  return (
    <li className="grid gap-1 rounded-xl border border-rule bg-leaf px-4 py-3">
      <Link
        to="/campaigns/posts/$postId"
        params={{ postId: post.id }}
        className="wrap-anywhere font-semibold text-ink"
      >
        {post.title || post.url}
      </Link>
      <p className="flex flex-wrap gap-x-3 text-sm text-faded">
        {post.publishedAt && <time dateTime={post.publishedAt}>{ago(post.publishedAt, i18n.locale)}</time>}
        <span>{words.openness(post.openness)}</span>
        {post.words > 0 && <Plural value={post.words} one="# word" other="# words" />}
        {!post.robotsAllowed && (
          <span className="text-alarm">
            <Trans>robots.txt forbids it</Trans>
          </span>
        )}
        {post.duplicateOf && <Trans>nearly the same as another post</Trans>}
      </p>
    </li>
  );
}
