import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type LinkProps, useNavigate } from "@tanstack/react-router";
import { getApiV1Books, getApiV1Documents, getApiV1Projects, getApiV1Videos } from "@/shared/api/generated";
import { wear } from "@/shared/lib/theme";
import { useMe } from "@/shared/lib/use-me";
import type { Command } from "./commands";

const LATEST = 100;

/** Every page, the main verbs, and one's latest books, films, documents and projects by name. */
export function useCommands(leave: () => void): Command[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const role = useMe().data?.role;
  const works = useQuery({
    queryKey: ["palette"],
    queryFn: async ({ signal }) => {
      const query = { limit: LATEST };
      const [books, videos, documents, projects] = await Promise.all([
        getApiV1Books({ query, signal, throwOnError: true }),
        getApiV1Videos({ query, signal, throwOnError: true }),
        getApiV1Documents({ query, signal, throwOnError: true }),
        getApiV1Projects({ query, signal, throwOnError: true }),
      ]);
      return {
        books: books.data.items,
        videos: videos.data.items,
        documents: documents.data.items,
        projects: projects.data.items,
      };
    },
  });

  const lead = (label: string, to: LinkProps["to"], kind = t`Page`): Command => ({
    id: String(to),
    label,
    kind,
    act: () => void navigate({ to }),
  });
  const verb = (label: string, act: () => void): Command => ({ id: label, label, kind: t`Do`, act });

  return [
    lead(t`New book`, "/books/new", t`Do`),
    lead(t`New film`, "/videos/new", t`Do`),
    lead(t`New batch`, "/batch/new", t`Do`),
    lead(t`New campaign`, "/campaigns/new", t`Do`),
    lead(t`Studio`, "/home"),
    lead(t`Books`, "/books"),
    lead(t`Films`, "/videos"),
    lead(t`Library`, "/library"),
    lead(t`Characters`, "/characters"),
    lead(t`Campaigns`, "/campaigns"),
    lead(t`Drafts to decide on`, "/campaigns/review"),
    lead(t`Blogs`, "/campaigns/blogs"),
    lead(t`The crew`, "/campaigns/agents"),
    lead(t`Many at once`, "/batch"),
    lead(t`Projects`, "/projects"),
    lead(t`Jobs`, "/jobs"),
    lead(t`Settings`, "/settings"),
    lead(t`Safety`, "/settings/security"),
    lead(t`API keys`, "/settings/keys"),
    lead(t`Webhooks`, "/settings/webhooks"),
    lead(t`Your data`, "/settings/account"),
    ...(role && role !== "user"
      ? [
          lead(t`Administration`, "/admin"),
          lead(t`Tasks`, "/admin/tasks"),
          lead(t`People`, "/admin/people"),
          ...(role === "admin" ? [lead(t`Audit`, "/admin/audit")] : []),
        ]
      : []),
    verb(t`Day`, () => wear("light")),
    verb(t`Night`, () => wear("dark")),
    verb(t`Log out`, leave),
    ...(works.data?.books ?? []).map(
      (book): Command => ({
        id: book.id,
        label: book.title || book.brief.prompt,
        kind: t`Book`,
        act: () => void navigate({ to: "/books/$bookId", params: { bookId: book.id } }),
      }),
    ),
    ...(works.data?.videos ?? []).map(
      (video): Command => ({
        id: video.id,
        label: video.title || video.order.prompt,
        kind: t`Film`,
        act: () => void navigate({ to: "/videos/$videoId", params: { videoId: video.id } }),
      }),
    ),
    ...(works.data?.documents ?? []).map(
      (document): Command => ({
        id: document.id,
        label: document.title,
        kind: t`Document`,
        act: () => void navigate({ to: "/library/$documentId", params: { documentId: document.id } }),
      }),
    ),
    ...(works.data?.projects ?? []).map(
      (project): Command => ({
        id: project.id,
        label: project.name,
        kind: t`Project`,
        act: () => void navigate({ to: "/projects/$projectId", params: { projectId: project.id } }),
      }),
    ),
  ];
}
