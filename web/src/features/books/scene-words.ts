import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  ActorAction,
  Mood,
  Setting,
  Shot,
  TimeOfDay,
  VersionCause,
  Weather,
} from "@/shared/api/generated";

export const SETTINGS: Record<Setting, MessageDescriptor> = {
  meadow: msg`Meadow`,
  forest: msg`Forest`,
  seaside: msg`Seaside`,
  underwater: msg`Under water`,
  mountains: msg`Mountains`,
  desert: msg`Desert`,
  city: msg`City`,
  villageStreet: msg`Village street`,
  bedroom: msg`Bedroom`,
  kitchen: msg`Kitchen`,
  classroom: msg`Classroom`,
  space: msg`Space`,
  castle: msg`Castle`,
  farm: msg`Farm`,
  snow: msg`Snow field`,
  jungle: msg`Jungle`,
  futureCity: msg`City of the future`,
};

export const TIMES: Record<TimeOfDay, MessageDescriptor> = {
  morning: msg`Morning`,
  day: msg`Day`,
  evening: msg`Evening`,
  night: msg`Night`,
};

export const WEATHERS: Record<Weather, MessageDescriptor> = {
  clear: msg`Clear`,
  cloudy: msg`Cloudy`,
  rain: msg`Rain`,
  snow: msg`Snowfall`,
  fog: msg`Fog`,
};

export const SHOTS: Record<Shot, MessageDescriptor> = {
  wide: msg`From afar`,
  medium: msg`From near by`,
  close: msg`Close up`,
};

export const ACTIONS: Record<ActorAction, MessageDescriptor> = {
  stand: msg`stands`,
  walk: msg`walks`,
  run: msg`runs`,
  jump: msg`jumps`,
  sit: msg`sits`,
  sleep: msg`sleeps`,
  fly: msg`flies`,
  swim: msg`swims`,
  talk: msg`talks`,
  wave: msg`waves`,
  hug: msg`hugs`,
  dance: msg`dances`,
  hide: msg`hides`,
};

export const MOODS: Record<Mood, MessageDescriptor> = {
  neutral: msg`calm`,
  happy: msg`happy`,
  sad: msg`sad`,
  surprised: msg`surprised`,
  worried: msg`worried`,
  sleepy: msg`sleepy`,
};

export const CAUSES: Record<VersionCause, MessageDescriptor> = {
  made: msg`The book was made`,
  edited: msg`Changed by hand`,
  newPicture: msg`Another picture`,
  newWords: msg`Other words`,
  restored: msg`An earlier version came back`,
};
