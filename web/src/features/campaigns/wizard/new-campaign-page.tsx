import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import {
  type CampaignView,
  patchApiV1CampaignsByCampaignId,
  postApiV1Campaigns,
  postApiV1CampaignsByCampaignIdSchedule,
  postApiV1CampaignsByCampaignIdStart,
} from "@/shared/api/generated";
import { explain, problemOf } from "@/shared/api/problem";
import { useForm } from "@/shared/lib/use-form";
import { Button } from "@/shared/ui/button";
import { ErrorPanel, Skeleton, Unshown } from "@/shared/ui/states";
import { toast } from "@/shared/ui/toast";
import { useCampaign } from "../use-campaigns";
import { AboutStep } from "./about-step";
import { CheckStep } from "./check-step";
import { errorsIn } from "./fields";
import { LimitsStep } from "./limits-step";
import { PlacesStep } from "./places-step";
import {
  changeOf,
  EMPTY_PLAN,
  missingIn,
  type Plan,
  planOf,
  requestOf,
  STEPS,
  type Step,
  stepOf,
} from "./plan";
import { StepList } from "./step-list";
import { VoiceStep } from "./voice-step";

/** A new campaign, or the plan of one that has not begun. */
export function NewCampaignPage() {
  const { t } = useLingui();
  const { edit } = useSearch({ from: "/studio/campaigns/new" });
  const campaign = useCampaign(edit ?? "", edit !== undefined);
  if (!edit) return <Wizard />;
  if (campaign.isPending)
    return (
      <Unshown name={t`The plan`}>
        <Skeleton className="h-96" />
      </Unshown>
    );
  if (campaign.error)
    return (
      <Unshown name={t`The plan`}>
        <ErrorPanel error={campaign.error} onRetry={() => void campaign.refetch()} />
      </Unshown>
    );
  return <Wizard campaign={campaign.data} />;
}

function Wizard({ campaign }: { campaign?: CampaignView }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [plan, setPlan] = useState<Plan>(campaign ? planOf(campaign) : EMPTY_PLAN);
  const [step, setStep] = useState<Step>("about");
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another page to a screen reader
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [step]);

  const at = STEPS.indexOf(step);
  const titles: Record<Step, string> = {
    about: t`What about`,
    voice: t`Who speaks`,
    places: t`Where to look`,
    limits: t`How far`,
    check: t`Look it over`,
  };

  const form = useForm(async () => {
    // On the way only this step is looked over; before the end, all of them are.
    const lacking = (step === "check" ? STEPS : [step]).find((one) => missingIn(plan, one).length > 0);
    setMissing(new Set(lacking ? missingIn(plan, lacking) : []));
    if (lacking) return setStep(lacking);
    if (step !== "check") return setStep(STEPS[at + 1] ?? "check");
    try {
      const { data } = campaign ? await change(campaign) : await order();
      queries.setQueryData(["campaigns", "one", data.id], data);
      void queries.invalidateQueries({ queryKey: ["campaigns"] });
      await navigate({ to: "/campaigns/$campaignId", params: { campaignId: data.id } });
    } catch (thrown) {
      const wrong = Object.keys(problemOf(thrown).errors ?? {})[0];
      if (wrong) setStep(stepOf(wrong));
      throw thrown;
    }
  });

  const change = ({ id, version }: CampaignView) =>
    patchApiV1CampaignsByCampaignId({
      path: { campaignId: id },
      body: { ...changeOf(plan), version },
      throwOnError: true,
    });

  /** Made first, begun then: what cannot begin yet stays as a plan. */
  async function order(): Promise<{ data: CampaignView }> {
    const made = await postApiV1Campaigns({ body: requestOf(plan), throwOnError: true });
    const path = { campaignId: made.data.id };
    try {
      if (plan.start === "now")
        return await postApiV1CampaignsByCampaignIdStart({ path, throwOnError: true });
      if (plan.start === "date")
        return await postApiV1CampaignsByCampaignIdSchedule({
          path,
          body: { startsAt: new Date(plan.startsAt).toISOString() },
          throwOnError: true,
        });
    } catch (thrown) {
      const why = explain(problemOf(thrown));
      toast(typeof why === "string" ? why : i18n._(why));
    }
    return made;
  }

  const props = {
    plan,
    set: (part: Partial<Plan>) => setPlan((old) => ({ ...old, ...part })),
    errorsOf: errorsIn(form.problem, missing, t`This is needed.`),
  };
  return (
    <form
      className="mx-auto grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-6"
      onSubmit={form.onSubmit}
      noValidate
    >
      <h1 className="text-4xl">{campaign ? t`Change the plan` : t`A new campaign`}</h1>
      <StepList titles={titles} step={step} onGo={setStep} />
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {titles[step]}
      </h2>
      {step === "about" && <AboutStep {...props} isEdit={campaign !== undefined} />}
      {step === "voice" && <VoiceStep {...props} />}
      {step === "places" && <PlacesStep {...props} />}
      {step === "limits" && <LimitsStep {...props} isEdit={campaign !== undefined} />}
      {step === "check" && <CheckStep plan={plan} isEdit={campaign !== undefined} goTo={setStep} />}
      {form.problem && (step === "check" || !form.problem.errors) && <ErrorPanel error={form.problem} />}
      <div className="flex flex-wrap gap-2">
        {at > 0 && (
          <Button onClick={() => setStep(STEPS[at - 1] ?? "about")}>
            <Trans>Back</Trans>
          </Button>
        )}
        <Button type="submit" look="main" busy={form.busy} className="px-6 text-base">
          {step !== "check" ? (
            <Trans>Next</Trans>
          ) : campaign ? (
            <Trans>Keep it so</Trans>
          ) : plan.start === "now" ? (
            <Trans>Start the campaign</Trans>
          ) : (
            <Trans>Keep the plan</Trans>
          )}
        </Button>
      </div>
    </form>
  );
}
