import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { DocumentView } from "@/shared/api/generated";
import { download } from "@/shared/api/http";
import { Button } from "@/shared/ui/button";
import { ErrorPanel } from "@/shared/ui/states";

const OF_THE_TEXT: Record<string, MessageDescriptor> = {
  txt: msg`Text`,
  md: msg`Markdown`,
  docx: msg`Word`,
  epub: msg`EPUB`,
  html: msg`Web page with its quotations marked`,
};
const OF_WHAT_IS_IN_IT: Record<string, MessageDescriptor> = {
  json: msg`Everything found (JSON)`,
  csv: msg`Quotations (CSV)`,
  graphml: msg`Relations (GraphML)`,
};

/** The document as other programs read it, and what was found in it. */
export function ExportMenu({ document: { id, readAt, analyzedAt } }: { document: DocumentView }) {
  const { _ } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const formatsId = useId();
  const get = useMutation({
    mutationFn: (format: string) => download(`/api/v1/documents/${id}/export?format=${format}`),
  });
  if (readAt === null) return null;
  const formats = { ...OF_THE_TEXT, ...(analyzedAt === null ? {} : OF_WHAT_IS_IN_IT) };
  return (
    <>
      <Button aria-expanded={isOpen} aria-controls={formatsId} onClick={() => setOpen(!isOpen)}>
        <Trans>Take it away</Trans>
      </Button>
      <div id={formatsId} hidden={!isOpen} className="order-last basis-full">
        <div className="flex flex-wrap gap-2">
          {Object.entries(formats).map(([format, name]) => (
            <Button
              key={format}
              busy={get.isPending && get.variables === format}
              onClick={() => get.mutate(format)}
            >
              {_(name)}
            </Button>
          ))}
        </div>
        {get.error && <ErrorPanel error={get.error} />}
      </div>
    </>
  );
}
