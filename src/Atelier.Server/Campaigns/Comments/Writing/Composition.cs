using Atelier.Campaigns.Comments.Checking;

namespace Atelier.Campaigns.Comments.Writing;

/// <summary>One comment out of phrases and facts: an anchor, a thought, something of its own, a question, the disclosure.</summary>
internal sealed class Composition(PhraseBook book, PostFacts facts, CommentBrief brief, string disclosure, uint seed)
{
    /// <summary>Said once, they are not said again.</summary>
    private static readonly string[] Anchors =
    [
        "quote",
        "quote2",
        "number",
        "time",
        "share",
        "amount",
        "name",
        "person",
    ];

    private uint _state = seed | 1;

    public string Compose()
    {
        var at = AtHand();
        var sentences = new List<string>();
        Add("open");
        if (!Add("engage") || brief.Persona.Experience.Count == 0 && Choose(4) == 0)
            Add("weigh");
        if (brief.Persona is { Confirmed: true, Experience.Count: > 0 } && Choose(3) > 0)
            Add(at.ContainsKey("told") && book.Has("told") ? "told" : "experience");
        Add("add");
        // The question may come back to what the comment began with.
        Add("ask", after: 1);
        // A reader meets the interest at once or takes it along; both are where the gate looks.
        if (Choose(3) == 0)
            sentences.Insert(0, disclosure);
        else
            sentences.Add(disclosure);
        return string.Join(' ', sentences);

        bool Add(string role, int after = 0)
        {
            var said = string.Join(' ', sentences.Skip(after));
            var fresh = at.Where(fact =>
                    !Anchors.Contains(fact.Key) || !said.Contains(fact.Value, StringComparison.OrdinalIgnoreCase)
                )
                .ToDictionary(StringComparer.Ordinal);
            if (book.Say(role, fresh, Choose) is not { } sentence)
                return false;
            sentences.Add(sentence);
            Turn(at);
            return true;
        }
    }

    private Dictionary<string, string> AtHand()
    {
        var at = new Dictionary<string, string>(StringComparer.Ordinal);
        Take("quote", facts.Quotes, null);
        Take("quote2", facts.Quotes, at.GetValueOrDefault("quote"));
        Take("number", facts.Numbers, null);
        Take("time", facts.Times, null);
        Take("share", facts.Shares, null);
        Take("amount", facts.Amounts, null);
        Take("name", facts.Names, null);
        Take("person", facts.People, null);
        Take("phrase", facts.Phrases, null);
        Take("phrase2", facts.Phrases, at.GetValueOrDefault("phrase"));
        if (brief.Persona.Experience.Count > 0)
        {
            at["experience"] = Inside(brief.Persona.Experience[Choose(brief.Persona.Experience.Count)]);
            if (FirstPerson.Of(at["experience"]) is { } told)
                at["told"] = told;
        }
        return at;

        void Take(string slot, IReadOnlyList<string> from, string? not)
        {
            var left = from.Where(fact => not is null || !Overlap(fact, not)).ToList();
            if (left.Count > 0)
                at[slot] = left[Choose(left.Count)];
        }
    }

    /// <summary>The next sentence speaks about the other subject.</summary>
    private static void Turn(Dictionary<string, string> at)
    {
        if (at.TryGetValue("phrase", out var first) && at.TryGetValue("phrase2", out var second))
            (at["phrase"], at["phrase2"]) = (second, first);
    }

    private static bool Overlap(string a, string b) =>
        a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    private static string Inside(string experience) => experience.Trim().TrimEnd('.', '!', ' ');

    private int Choose(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)below);
    }
}
