import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const QUALITIES: Record<string, MessageDescriptor> = {
  low: msg`Draft`,
  medium: msg`Good`,
  high: msg`Best`,
};

export const VOICES: Record<string, MessageDescriptor> = {
  none: msg`Nobody`,
  "en-gb": msg`English, Great Britain, low`,
  "en-gb+f3": msg`English, Great Britain, high`,
  "en-us": msg`English, America, low`,
  "en-us+f3": msg`English, America, high`,
  "en-gb-scotland": msg`English, Scotland`,
  "en-gb-x-rp": msg`English, Received Pronunciation`,
  de: msg`German`,
  es: msg`Spanish`,
  "fr-fr": msg`French`,
  it: msg`Italian`,
  nl: msg`Dutch`,
  pl: msg`Polish`,
  pt: msg`Portuguese`,
  sv: msg`Swedish`,
  ar: msg`Arabic`,
  hi: msg`Hindi`,
  cmn: msg`Chinese (Mandarin)`,
};
