import { useQuery } from "@tanstack/react-query";
import {
  getApiV1Characters,
  getApiV1CharactersByCharacterId,
  getApiV1CharactersByCharacterIdChats,
} from "@/shared/api/generated";

const CHATS = 50;

export function useCharacters(limit: number, cursor?: string) {
  return useQuery({
    queryKey: ["characters", "list", limit, cursor ?? ""],
    queryFn: async ({ signal }) =>
      (await getApiV1Characters({ query: { limit, cursor }, signal, throwOnError: true })).data,
  });
}

export function useCharacter(characterId: string, isKnown = true) {
  return useQuery({
    enabled: isKnown,
    queryKey: ["characters", "one", characterId],
    queryFn: async ({ signal }) =>
      (await getApiV1CharactersByCharacterId({ path: { characterId }, signal, throwOnError: true })).data,
  });
}

/** The newest talks with a character. */
export function useChats(characterId: string) {
  return useQuery({
    queryKey: ["characters", "chats", characterId],
    queryFn: async ({ signal }) =>
      (
        await getApiV1CharactersByCharacterIdChats({
          path: { characterId },
          query: { limit: CHATS },
          signal,
          throwOnError: true,
        })
      ).data.items,
  });
}
