import { Trans, useLingui } from "@lingui/react/macro";
import { type CampaignView, postApiV1CampaignsByCampaignIdSchedule } from "@/shared/api/generated";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { Dialog } from "@/shared/ui/dialog";
import { TextField } from "@/shared/ui/field";
import { ErrorPanel } from "@/shared/ui/states";
import { localTime } from "./wizard/plan";

interface ScheduleProps {
  campaign: CampaignView;
  onKept: (next: CampaignView) => void;
  onClose: () => void;
}

/** A campaign may begin by itself; without a date it waits for its owner again. */
export function ScheduleCampaign({ campaign, onKept, onClose }: ScheduleProps) {
  const { t } = useLingui();
  const form = useForm(async ({ startsAt = "" }) => {
    const { data } = await postApiV1CampaignsByCampaignIdSchedule({
      path: { campaignId: campaign.id },
      body: { startsAt: startsAt ? new Date(startsAt).toISOString() : null },
      throwOnError: true,
    });
    onKept(data);
    onClose();
  });
  return (
    <Dialog title={<Trans>When does it begin?</Trans>} onClose={onClose}>
      <form className="grid gap-4" onSubmit={form.onSubmit} noValidate>
        <TextField
          label={t`Day and time, as on your clock`}
          hint={t`Left empty, it begins when you start it.`}
          name="startsAt"
          type="datetime-local"
          autoFocus
          defaultValue={campaign.startsAt ? localTime(campaign.startsAt) : ""}
          errors={form.errorsOf("startsAt")}
        />
        {form.problem && !form.problem.errors && <ErrorPanel error={form.problem} />}
        <div>
          <Button type="submit" look="main" busy={form.busy}>
            <Trans>Keep it so</Trans>
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
