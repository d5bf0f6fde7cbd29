using Atelier.Campaigns.Comments.Checking;

namespace Atelier.Campaigns.Comments;

/// <summary>As much of a post as a reviewer needs: all of it, or the paragraphs that a comment holds on to and their neighbours.</summary>
internal sealed record PostExcerpt(string Text, bool IsWhole)
{
    private const int Longest = 6_000;
    private const string Gap = "\n\n…\n\n";

    public static PostExcerpt Of(string post, IReadOnlyList<Anchor> anchors)
    {
        if (post.Length <= Longest)
            return new(post, IsWhole: true);
        var paragraphs = post.Split("\n\n");
        var wanted = new SortedSet<int> { 0 };
        foreach (var (index, paragraph) in paragraphs.Index())
            if (anchors.Any(anchor => anchor.Verified && IndexOf(paragraph, anchor.Text) >= 0))
                wanted.UnionWith(Enumerable.Range(index - 1, 3).Where(near => near >= 0 && near < paragraphs.Length));
        var (text, last) = ("", -1);
        foreach (var index in wanted.Where(_ => text.Length < Longest))
        {
            text +=
                (
                    last < 0 ? ""
                    : index == last + 1 ? "\n\n"
                    : Gap
                ) + paragraphs[index];
            last = index;
        }
        return new(text.Length > Longest ? text[..Longest] : text, IsWhole: false);
    }

    public Place? Find(string words)
    {
        var at = IndexOf(Text, words);
        return at < 0 ? null : new(at, at + words.Length);
    }

    private static int IndexOf(string text, string words) =>
        words.Length == 0 ? -1 : Alike(text).IndexOf(Alike(words), StringComparison.OrdinalIgnoreCase);

    /// <summary>Marks that are written in several ways, one character each, so that places stay.</summary>
    private static string Alike(string text) =>
        string.Create(
            text.Length,
            text,
            static (alike, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    alike[i] = source[i] switch
                    {
                        '’' or '‘' or 'ʼ' => '\'',
                        '“' or '”' or '«' or '»' or '„' => '"',
                        '–' or '—' or '‐' or '‑' => '-',
                        var c when char.IsWhiteSpace(c) => ' ',
                        var c => c,
                    };
            }
        );
}
