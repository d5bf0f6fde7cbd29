import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fetchFile } from "@/shared/api/http";

/** An address an image can show, for a file that needs a token. */
export function useFileUrl(path: string | null) {
  const file = useQuery({
    queryKey: ["file", path],
    queryFn: ({ signal }) => fetchFile(path ?? "", signal),
    enabled: path !== null,
    staleTime: 60_000,
    gcTime: 120_000,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file.data) return setUrl(null);
    const made = URL.createObjectURL(file.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file.data]);
  return { url, error: file.error };
}
