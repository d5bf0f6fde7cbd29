import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getApiV1Blogs } from "@/shared/api/generated";
import { SelectField, TextArea, TextField } from "@/shared/ui/field";
import { usePosts } from "../blogs/use-blogs";
import { useCampaigns } from "../use-campaigns";

const CHOICES = 50;

interface FieldsProps {
  role: string;
  errorsOf: (field: string) => string[] | undefined;
}

/** What each of the crew has to be told to work alone. */
export function AloneFields({ role, errorsOf }: FieldsProps) {
  if (role === "writer" || role === "reviewer") return <ForOnePost errorsOf={errorsOf} />;
  return <Looking isScout={role === "researcher"} errorsOf={errorsOf} />;
}

function Looking({ isScout, errorsOf }: { isScout: boolean } & Pick<FieldsProps, "errorsOf">) {
  const { t } = useLingui();
  return (
    <>
      {isScout ? (
        <TextArea
          label={t`Addresses to begin with`}
          hint={t`One a line.`}
          name="seeds"
          autoFocus
          errors={errorsOf("seeds")}
        />
      ) : (
        <TextArea
          label={t`Topic`}
          hint={t`Posts of your blogs that are worth answering are looked for.`}
          name="task"
          required
          autoFocus
          errors={errorsOf("task")}
        />
      )}
      <TextField
        label={t`Keywords`}
        hint={t`With commas between them.`}
        name="keywords"
        errors={errorsOf("keywords")}
      />
    </>
  );
}

function ForOnePost({ errorsOf }: Pick<FieldsProps, "errorsOf">) {
  const { t } = useLingui();
  const campaigns = useCampaigns(CHOICES);
  const blogs = useQuery({
    queryKey: ["blogs", "choices"],
    queryFn: async ({ signal }) =>
      (await getApiV1Blogs({ query: { limit: CHOICES }, signal, throwOnError: true })).data.items,
  });
  const [blogId, setBlogId] = useState("");
  return (
    <>
      <SelectField label={t`For the campaign`} name="campaignId" required errors={errorsOf("campaignId")}>
        {campaigns.data?.items.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <SelectField label={t`Blog`} value={blogId} onChange={(event) => setBlogId(event.target.value)}>
        <option value="">{t`Choose one`}</option>
        {blogs.data?.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title || one.host}
          </option>
        ))}
      </SelectField>
      {blogId && <PostField blogId={blogId} errorsOf={errorsOf} />}
    </>
  );
}

function PostField({ blogId, errorsOf }: { blogId: string } & Pick<FieldsProps, "errorsOf">) {
  const { t } = useLingui();
  const posts = usePosts(blogId, CHOICES);
  return (
    <SelectField label={t`Post`} name="postId" required errors={errorsOf("postId")}>
      {posts.data?.items.map((one) => (
        <option key={one.id} value={one.id}>
          {one.title || one.url}
        </option>
      ))}
    </SelectField>
  );
}
