import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";

const FORMATS = { md: "Markdown", csv: "CSV", jsonl: "JSON Lines" };

/** The approved drafts as files: with the address of each post, its anchors, scores, disclosure and who approved. */
export function ExportDrafts({ campaignId }: { campaignId: string }) {
  const get = useMutation({
    mutationFn: (format: string) => download(`/api/v1/campaigns/${campaignId}/export?format=${format}`),
  });
  return (
    <details>
      <summary className="inline-flex min-h-10 items-center rounded-full border border-rule bg-leaf px-4 py-1.5 text-sm font-semibold hover:border-cinnabar">
        <Trans>Take the approved drafts away</Trans>
      </summary>
      <div className="mt-3 flex flex-wrap gap-2">
        {Object.entries(FORMATS).map(([format, name]) => (
          <Button
            key={format}
            busy={get.isPending && get.variables === format}
            onClick={() => get.mutate(format)}
          >
            {name}
          </Button>
        ))}
      </div>
      {get.error && <ErrorPanel error={get.error} />}
    </details>
  );
}
