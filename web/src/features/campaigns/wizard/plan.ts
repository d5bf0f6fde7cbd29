import type { BudgetCaps, CampaignView, Caps, CreateCampaignRequest } from "@/shared/api/generated";

/** What the wizard holds while somebody plans: texts as they are typed. */
export interface Plan {
  name: string;
  topic: string;
  audience: string;
  keywords: string;
  language: string;
  projectId: string;
  personaName: string;
  voice: string;
  background: string;
  experience: string;
  claimsConfirmed: boolean;
  affiliation: string;
  disclosure: string;
  seeds: string;
  followLinks: boolean;
  allowedLinks: string;
  campaignDomains: string;
  maxBlogs: string;
  maxPosts: string;
  fourEyes: boolean;
  hard: CapTexts;
  soft: CapTexts;
  start: "now" | "later" | "date";
  startsAt: string;
}

export type CapTexts = Record<keyof Caps, string>;
export const CAPS = ["usd", "tokens", "minutes", "calls"] as const satisfies readonly (keyof Caps)[];
const NO_CAPS: CapTexts = { usd: "", tokens: "", minutes: "", calls: "" };

export const EMPTY_PLAN: Plan = {
  name: "",
  topic: "",
  audience: "",
  keywords: "",
  language: "",
  projectId: "",
  personaName: "",
  voice: "",
  background: "",
  experience: "",
  claimsConfirmed: false,
  affiliation: "",
  disclosure: "",
  seeds: "",
  followLinks: true,
  allowedLinks: "",
  campaignDomains: "",
  maxBlogs: "20",
  maxPosts: "20",
  fourEyes: false,
  hard: { ...NO_CAPS, usd: "5" },
  soft: NO_CAPS,
  start: "now",
  startsAt: "",
};

export const STEPS = ["about", "voice", "places", "limits", "check"] as const;
export type Step = (typeof STEPS)[number];

/** One a line; commas part short words too. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

const numberOf = (text: string): number | null => {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
};

export function capsOf(texts: CapTexts): Caps | null {
  const caps = {
    usd: numberOf(texts.usd),
    tokens: numberOf(texts.tokens),
    minutes: numberOf(texts.minutes),
    calls: numberOf(texts.calls),
  };
  return CAPS.every((one) => caps[one] === null) ? null : caps;
}

export function textsOf(caps: Caps | null | undefined): CapTexts {
  const text = (value: number | null | undefined) => (value == null ? "" : String(value));
  return {
    usd: text(caps?.usd),
    tokens: text(caps?.tokens),
    minutes: text(caps?.minutes),
    calls: text(caps?.calls),
  };
}

export const budgetOf = (plan: Pick<Plan, "soft" | "hard">): BudgetCaps => ({
  soft: capsOf(plan.soft),
  hard: capsOf(plan.hard),
});

export function requestOf(plan: Plan): CreateCampaignRequest {
  return {
    name: plan.name.trim(),
    topic: plan.topic.trim(),
    audience: plan.audience.trim() || null,
    keywords: wordsOf(plan.keywords),
    seeds: linesOf(plan.seeds),
    language: plan.language || null,
    persona: {
      name: plan.personaName.trim(),
      voice: plan.voice.trim() || null,
      background: plan.background.trim() || null,
      experience: linesOf(plan.experience),
      claimsConfirmed: plan.claimsConfirmed,
    },
    affiliation: plan.affiliation.trim(),
    disclosure: plan.disclosure.trim(),
    allowedLinks: linesOf(plan.allowedLinks),
    campaignDomains: wordsOf(plan.campaignDomains),
    maxBlogs: numberOf(plan.maxBlogs) ?? 0,
    maxPosts: numberOf(plan.maxPosts) ?? 0,
    followLinks: plan.followLinks,
    fourEyes: plan.fourEyes,
    projectId: plan.projectId || null,
    budget: budgetOf(plan),
  };
}

/** What of it can be changed later; where it belongs and what it may spend are changed elsewhere. */
export function changeOf(plan: Plan) {
  const { budget: _, projectId: __, ...request } = requestOf(plan);
  return { ...request, audience: plan.audience.trim(), language: plan.language };
}

/** The plan of a campaign that is there already, as the wizard shows it. */
export function planOf(campaign: CampaignView): Plan {
  const { persona } = campaign;
  return {
    ...EMPTY_PLAN,
    name: campaign.name,
    topic: campaign.topic,
    audience: campaign.audience,
    keywords: campaign.keywords.join(", "),
    language: campaign.language ?? "",
    projectId: campaign.projectId ?? "",
    personaName: persona.name,
    voice: persona.voice ?? "",
    background: persona.background ?? "",
    experience: (persona.experience ?? []).join("\n"),
    claimsConfirmed: persona.claimsConfirmed,
    affiliation: campaign.affiliation,
    disclosure: campaign.disclosure,
    seeds: campaign.seeds.join("\n"),
    followLinks: campaign.followLinks,
    allowedLinks: campaign.allowedLinks.join("\n"),
    campaignDomains: campaign.campaignDomains.join(", "),
    maxBlogs: String(campaign.maxBlogs),
    maxPosts: String(campaign.maxPosts),
    fourEyes: campaign.fourEyes,
    start: "later",
  };
}

/** What has to be said before one goes on. */
const NEEDED: Record<Step, readonly (keyof Plan)[]> = {
  about: ["name", "topic"],
  voice: ["personaName", "affiliation", "disclosure"],
  places: [],
  limits: ["maxBlogs", "maxPosts"],
  check: [],
};

export const missingIn = (plan: Plan, step: Step): readonly (keyof Plan)[] =>
  NEEDED[step].filter((field) => String(plan[field]).trim() === "");

const WHERE: Record<string, Step> = {
  name: "about",
  topic: "about",
  audience: "about",
  keywords: "about",
  language: "about",
  projectId: "about",
  persona: "voice",
  affiliation: "voice",
  disclosure: "voice",
  seeds: "places",
  followLinks: "places",
  allowedLinks: "places",
  campaignDomains: "places",
  maxBlogs: "limits",
  maxPosts: "limits",
  fourEyes: "limits",
  budget: "limits",
  startsAt: "limits",
};

/** Where a field stands that the studio found wrong: persona.name, seeds[2], budget.hard.usd. */
export const stepOf = (field: string): Step => WHERE[/^\w+/.exec(field)?.[0] ?? ""] ?? "check";

/** A moment as a field for day and time takes it, in one's own time. */
export function localTime(time: string): string {
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
