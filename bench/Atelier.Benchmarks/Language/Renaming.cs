using System.Text;
using Atelier.Language.Cast;
using Atelier.Language.Manuscripts;

namespace Atelier.Benchmarks.Language;

/// <summary>Gives every person of a text another name, the same one everywhere, of the same length of syllables at random.</summary>
internal static class Renaming
{
    private static readonly string[] Heads =
    [
        "B",
        "D",
        "F",
        "G",
        "H",
        "K",
        "L",
        "M",
        "N",
        "P",
        "R",
        "S",
        "T",
        "V",
        "Br",
        "Dr",
        "Gl",
        "Tr",
    ];
    private static readonly string[] Cores = ["ab", "el", "in", "or", "um", "av", "eth", "il", "on", "ur", "an", "ev"];
    private static readonly string[] Tails = ["a", "on", "is", "ek", "ar", "eth", "o", "in"];

    private static readonly HashSet<string> Titles = new(
        (
            "Mr Mrs Miss Ms Dr Sir Lady Lord Captain Colonel Major General Father Mother Aunt Uncle Brother Sister Farmer Sergeant Parson Professor "
            + "The Narrator Mademoiselle Madame Monsieur Count Countess Duke Duchess King Queen Prince Princess Cousin Doctor My Old Rev Hon"
        ).Split(' ')
    );

    public static Excerpt Apply(Excerpt excerpt)
    {
        var report = CastReader.Read(
            Manuscript.Read(excerpt.Text, CancellationToken.None),
            null,
            CancellationToken.None
        );
        var words = report
            .People.SelectMany(person => person.Aliases)
            .Concat(
                excerpt.Quotes.Select(quote =>
                    quote.Speaker[..Math.Max(0, quote.Speaker.LastIndexOf('-'))].Replace('_', ' ')
                )
            )
            .SelectMany(alias => alias.Split([' ', '.', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.All(char.IsUpper) ? word[0] + word[1..].ToLowerInvariant() : word)
            .Where(word => word.Length > 1 && char.IsUpper(word[0]) && !Titles.Contains(word))
            .Distinct()
            .Order(StringComparer.Ordinal);
        var renamed = Invent(words);
        var (text, moved) = Replace(excerpt.Text, renamed);
        return excerpt with
        {
            Text = text,
            Quotes =
            [
                .. excerpt.Quotes.Select(quote => new GoldQuote(
                    new(Moved(moved, quote.Span.Start), Moved(moved, quote.Span.End)),
                    string.Join('_', quote.Speaker.Split('_').Select(part => Rename(part, renamed)))
                )),
            ],
        };
    }

    private static Dictionary<string, string> Invent(IEnumerable<string> words)
    {
        var random = new Random(7);
        var renamed = new Dictionary<string, string>();
        foreach (var word in words)
        {
            string name;
            do name =
                Heads[random.Next(Heads.Length)] + Cores[random.Next(Cores.Length)] + Tails[random.Next(Tails.Length)];
            while (renamed.ContainsValue(name));
            renamed[word] = name;
        }
        return renamed;
    }

    /// <summary>A name in capitals gets the other one's capitals.</summary>
    private static string? Other(string word, Dictionary<string, string> renamed)
    {
        if (renamed.TryGetValue(word, out var other))
            return other;
        var small = word.Length > 1 && word.All(char.IsUpper) ? word[0] + word[1..].ToLowerInvariant() : "";
        return renamed.TryGetValue(small, out other) ? other.ToUpperInvariant() : null;
    }

    private static string Rename(string part, Dictionary<string, string> renamed)
    {
        var dash = part.LastIndexOf('-');
        var word = dash < 0 ? part : part[..dash];
        return Other(word, renamed) is { } other ? other + (dash < 0 ? "" : part[dash..]) : part;
    }

    private static (string Text, List<(int At, int By)> Moved) Replace(string text, Dictionary<string, string> renamed)
    {
        var (made, moved, by) = (new StringBuilder(text.Length), new List<(int, int)> { (0, 0) }, 0);
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end == at)
            {
                made.Append(text[at++]);
                continue;
            }
            var word = text[at..end];
            if (Other(word, renamed) is { } other)
            {
                made.Append(other);
                by += other.Length - word.Length;
                moved.Add((end, by));
            }
            else
                made.Append(word);
            at = end;
        }
        return (made.ToString(), moved);
    }

    private static int Moved(List<(int At, int By)> moved, int offset)
    {
        var (low, high) = (0, moved.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (moved[middle].At <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return offset + moved[low].By;
    }
}
