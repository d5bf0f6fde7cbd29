import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  type CampaignState,
  type CampaignView,
  deleteApiV1CampaignsByCampaignId,
  postApiV1CampaignsByCampaignIdCancel,
  postApiV1CampaignsByCampaignIdDuplicate,
  postApiV1CampaignsByCampaignIdPause,
  postApiV1CampaignsByCampaignIdResume,
  postApiV1CampaignsByCampaignIdStart,
} from "@/shared/api/generated";
import { Button, buttonLook } from "@/shared/ui/button";
import { ConfirmButton } from "@/shared/ui/confirm";
import { ErrorPanel } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { ExportDrafts } from "./export-drafts";
import { ScheduleCampaign } from "./schedule-campaign";

const ACTS = {
  start: postApiV1CampaignsByCampaignIdStart,
  pause: postApiV1CampaignsByCampaignIdPause,
  resume: postApiV1CampaignsByCampaignIdResume,
};

/** Nothing is drafted in them, so there is nothing to take away. */
const UNBEGUN: readonly CampaignState[] = ["draft", "scheduled"];

/** What may be done with a campaign now; the server says what that is. */
export function CampaignVerbs({ campaign }: { campaign: CampaignView }) {
  const queries = useQueryClient();
  const [isDating, setDating] = useState(false);
  const path = { campaignId: campaign.id };
  function keep(next: CampaignView) {
    queries.setQueryData(["campaigns", "one", next.id], next);
    void queries.invalidateQueries({ queryKey: ["campaigns"] });
  }
  const act = useMutation({
    mutationFn: async (verb: keyof typeof ACTS) => (await ACTS[verb]({ path, throwOnError: true })).data,
    onSuccess: keep,
    onError: () => queries.invalidateQueries({ queryKey: ["campaigns", "one", campaign.id] }),
  });
  const may = (verb: string) => campaign.actions.includes(verb);
  const isBusy = (verb: string) => act.isPending && act.variables === verb;
  return (
    <div data-screen-only className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {may("start") && (
          <Button look="main" busy={isBusy("start")} onClick={() => act.mutate("start")}>
            <Trans>Start</Trans>
          </Button>
        )}
        {may("resume") && (
          <Button look="main" busy={isBusy("resume")} onClick={() => act.mutate("resume")}>
            <Trans>Go on</Trans>
          </Button>
        )}
        {may("pause") && (
          <Button busy={isBusy("pause")} onClick={() => act.mutate("pause")}>
            <Trans>Pause</Trans>
          </Button>
        )}
        {may("schedule") && (
          <Button onClick={() => setDating(true)}>
            {campaign.state === "scheduled" ? <Trans>Change the date</Trans> : <Trans>Give it a date</Trans>}
          </Button>
        )}
        {may("edit") && (
          <Link to="/campaigns/new" search={{ edit: campaign.id }} className={buttonLook()}>
            <Trans>Change the plan</Trans>
          </Link>
        )}
        {may("cancel") && (
          <ConfirmButton
            label={<Trans>Cancel</Trans>}
            title={<Trans>Cancel this campaign?</Trans>}
            act={async () =>
              keep((await postApiV1CampaignsByCampaignIdCancel({ path, throwOnError: true })).data)
            }
          >
            <p>
              <Trans>
                The call under way is broken off, and the crew stops. The drafts that are written stay, and
                can still be decided on. To stop for a while only, pause it.
              </Trans>
            </p>
          </ConfirmButton>
        )}
        {may("duplicate") && <Duplicate campaign={campaign} />}
        {may("delete") && <Remove campaign={campaign} />}
        {!UNBEGUN.includes(campaign.state) && <ExportDrafts campaignId={campaign.id} />}
      </div>
      {act.error && <ErrorPanel error={act.error} />}
      {isDating && <ScheduleCampaign campaign={campaign} onKept={keep} onClose={() => setDating(false)} />}
    </div>
  );
}

function Duplicate({ campaign }: { campaign: CampaignView }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const copy = useMutation({
    mutationFn: async () =>
      (
        await postApiV1CampaignsByCampaignIdDuplicate({
          path: { campaignId: campaign.id },
          body: {},
          throwOnError: true,
        })
      ).data,
    onSuccess: async (made) => {
      void queries.invalidateQueries({ queryKey: ["campaigns", "list"] });
      await navigate({ to: "/campaigns/$campaignId", params: { campaignId: made.id } });
      toast(t`This is the copy.`);
    },
    onError: () => toast(t`It could not be copied.`),
  });
  return (
    <Button busy={copy.isPending} onClick={() => copy.mutate()}>
      <Trans>Copy</Trans>
    </Button>
  );
}

function Remove({ campaign }: { campaign: CampaignView }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <ConfirmButton
      label={<Trans>Delete</Trans>}
      title={<Trans>Delete “{campaign.name}”?</Trans>}
      act={async () => {
        await deleteApiV1CampaignsByCampaignId({ path: { campaignId: campaign.id }, throwOnError: true });
        await navigate({ to: "/campaigns" });
        queries.removeQueries({ queryKey: ["campaigns", "one", campaign.id] });
        void queries.invalidateQueries({ queryKey: ["campaigns", "list"] });
        void queries.invalidateQueries({ queryKey: ["comments"] });
        toast(<Trans>“{campaign.name}” is deleted.</Trans>);
      }}
    >
      <p>
        <Trans>
          Its drafts, decisions and timeline go with it. The blogs stay with you. It cannot be taken back.
        </Trans>
      </p>
    </ConfirmButton>
  );
}
