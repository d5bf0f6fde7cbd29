import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";

const FORMATS = { md: "Markdown", csv: "CSV", jsonl: "JSON Lines" };

/** A verb among others, and behind it the approved drafts as files: with the address of each post, its anchors, scores, disclosure and who approved. */
export function ExportDrafts({ campaignId }: { campaignId: string }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const get = useMutation({
    mutationFn: (format: string) => download(`/api/v1/campaigns/${campaignId}/export?format=${format}`),
  });
  return (
    <>
      <Button aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <Trans>Take the approved drafts away</Trans>
      </Button>
      <div id={id} hidden={!isOpen} className="basis-full">
        <div className="flex flex-wrap gap-2">
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
      </div>
    </>
  );
}
