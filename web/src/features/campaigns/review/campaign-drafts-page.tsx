import { useParams, useSearch } from "@tanstack/react-router";
import { ReviewDesk } from "./review-desk";

/** The drafts of one campaign, whatever became of them. */
export function CampaignDraftsPage() {
  const { campaignId } = useParams({ from: "/studio/campaigns/$campaignId/drafts" });
  const { state, draft } = useSearch({ from: "/studio/campaigns/$campaignId/drafts" });
  return <ReviewDesk campaign={campaignId} state={state} draft={draft} />;
}
