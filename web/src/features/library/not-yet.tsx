import { Trans } from "@lingui/react/macro";
import type { DocumentView } from "@/shared/api/generated";
import { Empty } from "@/shared/ui/states";

/** What is found in a text comes after the text. */
export function NotYet({ document }: { document: DocumentView }) {
  return document.state === "processing" ? (
    <Empty title={<Trans>It is being read closely</Trans>}>
      <Trans>This page fills by itself when that is done.</Trans>
    </Empty>
  ) : (
    <Empty title={<Trans>It was not read to the end</Trans>}>
      <Trans>Have it read again, and what is in it will be shown here.</Trans>
    </Empty>
  );
}
