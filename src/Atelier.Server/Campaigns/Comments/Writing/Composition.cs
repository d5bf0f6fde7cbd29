using Atelier.Campaigns.Comments.Checking;

namespace Atelier.Campaigns.Comments.Writing;

/// <summary>One comment out of phrases and facts: an anchor, a thought, something of its own, a question, the disclosure.</summary>
internal sealed class Composition(PhraseBook book, PostFacts facts, CommentBrief brief, string disclosure, uint seed)
{
    private uint _state = seed | 1;

    public string Compose()
    {
        var at = AtHand();
        var sentences = new List<string>();
        Add("open", []);
        Add("engage", ["quote", "number", "name"]);
        if (brief.Persona is { Confirmed: true, Experience.Count: > 0 } && Choose(3) > 0)
            Add("experience", []);
        Add("add", ["quote", "quote2", "number", "name"]);
        Add("ask", ["quote"]);
        // A reader meets the interest at once or takes it along; both are where the gate looks.
        if (Choose(3) == 0)
            sentences.Insert(0, disclosure);
        else
            sentences.Add(disclosure);
        return string.Join(' ', sentences);

        void Add(string role, IReadOnlyList<string> spent)
        {
            // What was said once is not said again, unless nothing else is at hand.
            var said = string.Join(' ', sentences);
            var fresh = at.Where(fact =>
                    !spent.Contains(fact.Key) || !said.Contains(fact.Value, StringComparison.OrdinalIgnoreCase)
                )
                .ToDictionary(StringComparer.Ordinal);
            if (book.Say(role, fresh, Choose) is { } sentence)
                sentences.Add(sentence);
            Turn(at);
        }
    }

    private Dictionary<string, string> AtHand()
    {
        var at = new Dictionary<string, string>(StringComparer.Ordinal);
        Take("quote", facts.Quotes, null);
        Take("quote2", facts.Quotes, at.GetValueOrDefault("quote"));
        Take("number", facts.Numbers, null);
        Take("name", facts.Names, null);
        Take("phrase", facts.Phrases, null);
        Take("phrase2", facts.Phrases, at.GetValueOrDefault("phrase"));
        if (brief.Persona.Experience.Count > 0)
            at["experience"] = Inside(brief.Persona.Experience[Choose(brief.Persona.Experience.Count)]);
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
