import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { TextArea } from "@/shared/ui/field";
import { PickFile } from "@/shared/ui/pick-file";
import type { StepProps } from "./fields";
import { addressesIn } from "./opml";
import { linesOf } from "./plan";
import { Tick } from "./voice-step";

/** Where the crew begins to look, and what it may point to. */
export function PlacesStep({ plan, set, errorsOf }: StepProps) {
  const { t } = useLingui();
  const [said, setSaid] = useState("");
  async function bring(file: File) {
    const found = addressesIn(await file.text());
    setSaid(found.length === 0 ? t`No blogs were found in this file.` : t`${found.length} blogs were added.`);
    set({ seeds: linesOf([plan.seeds, ...found].join("\n")).join("\n") });
  }
  return (
    <>
      <div className="grid gap-3">
        <TextArea
          label={t`Blogs to begin with`}
          hint={t`One address a line. Left empty, the crew begins with the blogs you have already.`}
          name="seeds"
          rows={6}
          value={plan.seeds}
          onChange={(event) => set({ seeds: event.target.value })}
          errors={errorsOf("seeds")}
          className="font-mono text-sm"
        />
        <div className="flex flex-wrap items-center gap-3">
          <PickFile accept=".opml,.xml,text/xml,text/x-opml" onPick={(file) => void bring(file)}>
            <Trans>Add from a feed reader (OPML)</Trans>
          </PickFile>
          <p role="status" className="text-sm text-faded">
            {said}
          </p>
        </div>
      </div>
      <Tick
        isOn={plan.followLinks}
        onTurn={(followLinks) => set({ followLinks })}
        label={<Trans>Also look at blogs that these link to.</Trans>}
      />
      <p className="rounded-xl bg-well px-4 py-3 text-sm">
        <Trans>
          Every site is asked through its robots.txt first, one page at a time and with a pause between two.
          What it forbids is not read, and you see for each page why it was allowed.
        </Trans>
      </p>
      <TextArea
        label={t`Links a draft may contain`}
        hint={t`One a line. Most blogs hold or delete comments with links, so none is the best number.`}
        name="allowedLinks"
        value={plan.allowedLinks}
        onChange={(event) => set({ allowedLinks: event.target.value })}
        errors={errorsOf("allowedLinks")}
        className="font-mono text-sm"
      />
      <TextArea
        label={t`Sites that belong to you or your client`}
        hint={t`With commas between them, such as example.org. A link to one of them counts as advertising and has to be disclosed.`}
        name="campaignDomains"
        value={plan.campaignDomains}
        onChange={(event) => set({ campaignDomains: event.target.value })}
        errors={errorsOf("campaignDomains")}
        className="font-mono text-sm"
      />
    </>
  );
}
