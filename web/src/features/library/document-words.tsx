import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import clsx from "clsx";
import type { DocumentFormat, DocumentState } from "@/shared/api/generated";

const FORMATS: Record<DocumentFormat, MessageDescriptor> = {
  txt: msg`Text`,
  md: msg`Markdown`,
  docx: msg`Word`,
  epub: msg`EPUB`,
  pdf: msg`PDF`,
};

const STATES: Record<DocumentState, MessageDescriptor> = {
  processing: msg`Being read …`,
  ready: msg`Read`,
  failed: msg`Could not be read`,
  cancelled: msg`Not read to the end`,
};

const LOOKS: Record<DocumentState, string> = {
  processing: "text-cinnabar-deep",
  ready: "text-moss",
  failed: "text-alarm",
  cancelled: "text-amber",
};

export function useDocumentWords() {
  const { _ } = useLingui();
  return {
    format: (format: DocumentFormat) => _(FORMATS[format]),
    state: (state: DocumentState) => _(STATES[state]),
  };
}

export function DocumentStateMark({ state }: { state: DocumentState }) {
  const words = useDocumentWords();
  return <span className={clsx("font-semibold", LOOKS[state])}>{words.state(state)}</span>;
}
