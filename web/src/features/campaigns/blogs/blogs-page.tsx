import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { postApiV1BlogsOpml } from "@/shared/api/generated";
import { Button } from "@/shared/ui/button";
import { Pager } from "@/shared/ui/pager";
import { PickFile } from "@/shared/ui/pick-file";
import { SearchBox } from "@/shared/ui/search-box";
import { Empty, ErrorPanel, Skeleton } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { SectionHead } from "../section-head";
import { BlockList } from "./block-list";
import { BlogRow } from "./blog-row";
import { DiscoverBlogs } from "./discover-blogs";
import { Scouting } from "./scouting";
import { useBlogs } from "./use-blogs";

const PAGE = 40;

/** The blogs one has, where they came from, and how they stand. */
export function BlogsPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { q, cursor } = useSearch({ from: "/studio/campaigns/blogs" });
  const blogs = useBlogs({ limit: PAGE, search: q, cursor });
  const [isLooking, setLooking] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const bring = useMutation({
    mutationFn: async (file: File) =>
      (await postApiV1BlogsOpml({ body: { opml: await file.text() }, throwOnError: true })).data,
    onSuccess: ({ jobId, found, skipped }) => {
      setJobId(jobId);
      toast(
        skipped.length === 0
          ? t`${found} blogs are being read.`
          : t`${found} blogs are being read; ${skipped.length} lines could not be used.`,
      );
    },
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <SectionHead title={t`Blogs`}>
        <PickFile
          accept=".opml,.xml,text/xml,text/x-opml"
          busy={bring.isPending}
          onPick={(file) => bring.mutate(file)}
        >
          <Trans>Bring from a feed reader (OPML)</Trans>
        </PickFile>
        <Button look="main" onClick={() => setLooking(true)}>
          <Trans>Look for blogs</Trans>
        </Button>
      </SectionHead>
      {bring.error && <ErrorPanel error={bring.error} />}
      {jobId && <Scouting key={jobId} jobId={jobId} />}
      <SearchBox
        label={t`Search your blogs`}
        value={q ?? ""}
        onSearch={(text) =>
          void navigate({ to: "/campaigns/blogs", search: text ? { q: text } : {}, replace: true })
        }
      />
      {blogs.isPending ? (
        <div className="grid gap-3">
          {["a", "b", "c"].map((key) => (
            <Skeleton key={key} className="h-24" />
          ))}
        </div>
      ) : blogs.error ? (
        <ErrorPanel error={blogs.error} onRetry={() => void blogs.refetch()} />
      ) : blogs.data.items.length === 0 ? (
        <Empty title={q ? <Trans>No blog has these words</Trans> : <Trans>No blogs yet</Trans>}>
          {!q && (
            <Trans>Name one or two that you read yourself; those they link to are looked at as well.</Trans>
          )}
        </Empty>
      ) : (
        <ul className="grid gap-3">
          {blogs.data.items.map((blog) => (
            <BlogRow key={blog.id} blog={blog} />
          ))}
        </ul>
      )}
      {blogs.data && <Pager cursor={cursor} next={blogs.data.nextCursor} />}
      <BlockList />
      {isLooking && <DiscoverBlogs onClose={() => setLooking(false)} onBegun={setJobId} />}
    </div>
  );
}
