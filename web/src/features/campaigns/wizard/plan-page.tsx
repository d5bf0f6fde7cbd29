import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import {
  type CampaignView,
  putApiV1CampaignsByCampaignIdBudget,
  type SpendView,
} from "@/shared/api/generated";
import { ErrorPanel, Skeleton } from "@/shared/ui/states";
import { BudgetForm } from "../money/budget-form";
import { Standing } from "../money/standing";
import { useBoard, useCampaign } from "../use-campaigns";
import { Addresses, Fact, Part } from "./check-step";

/** What was planned, and what may be spent; the budget can be changed at any time. */
export function PlanPage() {
  const { campaignId } = useParams({ from: "/studio/campaigns/$campaignId/plan" });
  const campaign = useCampaign(campaignId);
  const board = useBoard(campaignId);
  if (board.error) return <ErrorPanel error={board.error} onRetry={() => void board.refetch()} />;
  if (!campaign.data || !board.data) return <Skeleton className="h-96" />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
      <Planned campaign={campaign.data} />
      <Budget campaignId={campaignId} spend={board.data.spend} />
    </div>
  );
}

function Planned({ campaign }: { campaign: CampaignView }) {
  const { t, i18n } = useLingui();
  const nothing = t`nothing`;
  const { persona, language } = campaign;
  const names = new Intl.DisplayNames(i18n.locale, { type: "language" });
  return (
    <Part title={t`The plan`} heading="h2">
      <Fact name={t`Topic`}>{campaign.topic}</Fact>
      <Fact name={t`Audience`}>{campaign.audience || nothing}</Fact>
      <Fact name={t`Keywords`}>{campaign.keywords.join(", ") || nothing}</Fact>
      <Fact name={t`Language`}>{language ? names.of(language) : t`any`}</Fact>
      <Fact name={t`In the name of`}>{persona.name}</Fact>
      <Fact name={t`Voice`}>{persona.voice || nothing}</Fact>
      <Fact name={t`Experience`}>{persona.experience?.join("; ") || nothing}</Fact>
      <Fact name={t`Affiliation`}>{campaign.affiliation}</Fact>
      <Fact name={t`Disclosure`}>
        <q className="font-display">{campaign.disclosure}</q>
      </Fact>
      <Fact name={t`Blogs to begin with`}>
        <Addresses of={campaign.seeds} none={t`those you have`} />
      </Fact>
      <Fact name={t`Linked blogs too`}>{campaign.followLinks ? t`yes` : t`no`}</Fact>
      <Fact name={t`Links allowed`}>
        <Addresses of={campaign.allowedLinks} none={nothing} />
      </Fact>
      <Fact name={t`Own sites`}>{campaign.campaignDomains.join(", ") || nothing}</Fact>
      <Fact name={t`Blogs at most`}>{campaign.maxBlogs}</Fact>
      <Fact name={t`Drafts at most`}>{campaign.maxPosts}</Fact>
      <Fact name={t`Four eyes`}>{campaign.fourEyes ? t`yes` : t`no`}</Fact>
    </Part>
  );
}

function Budget({ campaignId, spend }: { campaignId: string; spend: SpendView }) {
  const queries = useQueryClient();
  return (
    <section
      className="grid gap-5 rounded-2xl border border-rule bg-leaf p-5 shadow-leaf"
      aria-labelledby="budget"
    >
      <h2 id="budget" className="text-2xl">
        <Trans>Budget</Trans>
      </h2>
      <Standing budget={spend.campaign} />
      <BudgetForm
        caps={spend.campaign.caps}
        send={async (body) => {
          await putApiV1CampaignsByCampaignIdBudget({ path: { campaignId }, body, throwOnError: true });
          await queries.invalidateQueries({ queryKey: ["campaigns"] });
        }}
      />
    </section>
  );
}
