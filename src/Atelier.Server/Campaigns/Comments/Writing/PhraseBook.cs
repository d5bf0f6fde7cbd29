using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Campaigns.Comments.Writing;

/// <summary>Sentences with places for facts, in one language: <c>[one|another]</c> is a choice, <c>{phrase}</c> a fact.</summary>
internal sealed partial class PhraseBook
{
    private static readonly FrozenDictionary<string, PhraseBook> Known = ((string[])["en", "fr"]).ToFrozenDictionary(
        code => code,
        Read
    );

    private readonly FrozenDictionary<string, Sentence[]> _roles;

    private PhraseBook(FrozenDictionary<string, Sentence[]> roles) => _roles = roles;

    /// <returns>Null for a language that nobody has written sentences in.</returns>
    public static PhraseBook? For(string? language) => language is null ? null : Known.GetValueOrDefault(language);

    public bool Has(string role) => _roles.ContainsKey(role);

    /// <summary>A sentence for a role, of those whose facts are at hand; null when there is none, or no such role.</summary>
    /// <param name="choose">Below the number it is given.</param>
    public string? Say(string role, IReadOnlyDictionary<string, string> facts, Func<int, int> choose)
    {
        var fitting = _roles
            .GetValueOrDefault(role, [])
            .Where(sentence => sentence.Slots.All(facts.ContainsKey))
            .ToList();
        if (fitting.Count == 0)
            return null;
        var said = new StringBuilder();
        foreach (var piece in fitting[choose(fitting.Count)].Pieces)
        {
            var text = piece[choose(piece.Length)];
            // A fact may hold brackets of its own: the places are filled piece by piece and never read again.
            var at = 0;
            foreach (Match slot in Slot().Matches(text))
            {
                said.Append(text, at, slot.Index - at).Append(facts[slot.Groups[1].Value]);
                at = slot.Index + slot.Length;
            }
            said.Append(text, at, text.Length - at);
        }
        said[0] = char.ToUpperInvariant(said[0]);
        return said.ToString();
    }

    private static PhraseBook Read(string code)
    {
        using var json = typeof(PhraseBook).Assembly.GetManifestResourceStream($"comments.phrases-{code}.json")!;
        return new(
            JsonSerializer
                .Deserialize<Dictionary<string, string[]>>(json)!
                .ToFrozenDictionary(role => role.Key, role => role.Value.Select(Sentence.Parse).ToArray())
        );
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();

    /// <param name="Pieces">Each is one of several.</param>
    private sealed record Sentence(IReadOnlyList<string> Slots, IReadOnlyList<string[]> Pieces)
    {
        public static Sentence Parse(string written) =>
            new(
                [.. Slot().Matches(written).Select(slot => slot.Groups[1].Value).Distinct()],
                [
                    .. written
                        .Split('[', ']')
                        .Index()
                        .Where(piece => piece.Item.Length > 0)
                        .Select(piece => piece.Index % 2 == 1 ? piece.Item.Split('|') : [piece.Item]),
                ]
            );
    }
}
