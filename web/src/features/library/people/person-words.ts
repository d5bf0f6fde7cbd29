import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Gender, QuotationKind, Tier } from "@/shared/api/generated";

const GENDERS: Record<Gender, MessageDescriptor> = {
  unknown: msg`Gender not known`,
  male: msg`Male`,
  female: msg`Female`,
};

const TIERS: Record<Tier, MessageDescriptor> = {
  sure: msg`Sure`,
  likely: msg`Likely`,
  guess: msg`A guess`,
};

const KINDS: Record<QuotationKind, MessageDescriptor> = {
  explicit: msg`the text names the speaker`,
  anaphoric: msg`the text points at the speaker`,
  implicit: msg`the text does not say who speaks`,
};

export function usePersonWords() {
  const { _ } = useLingui();
  return {
    gender: (gender: Gender) => _(GENDERS[gender]),
    tier: (tier: Tier) => _(TIERS[tier]),
    kind: (kind: QuotationKind) => _(KINDS[kind]),
  };
}
