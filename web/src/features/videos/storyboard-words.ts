import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { CameraMove, MusicMood, SceneChange, Travel } from "@/shared/api/generated";

export const CAMERAS: Record<CameraMove, MessageDescriptor> = {
  still: msg`Stands still`,
  panLeft: msg`Turns to the left`,
  panRight: msg`Turns to the right`,
  tiltUp: msg`Looks up`,
  tiltDown: msg`Looks down`,
  pushIn: msg`Comes closer`,
  pullOut: msg`Draws back`,
};

export const CHANGES: Record<SceneChange, MessageDescriptor> = {
  cut: msg`At once`,
  crossfade: msg`Fading over`,
};

export const TRAVELS: Record<NonNullable<Travel> | "none", MessageDescriptor> = {
  none: msg`stays`,
  fly: msg`flies by`,
  drive: msg`drives by`,
  sail: msg`sails by`,
  rise: msg`rises`,
  fall: msg`falls`,
};

export const MUSIC: Record<MusicMood, MessageDescriptor> = {
  calm: msg`Calm`,
  playful: msg`Playful`,
  mysterious: msg`Mysterious`,
  adventurous: msg`Adventurous`,
  sad: msg`Sad`,
  bright: msg`Bright`,
};
