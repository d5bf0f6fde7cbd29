using System.Text.RegularExpressions;
using Atelier.Books.Stories.Grammar;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Telling;

/// <summary>
/// Turns templates into words for one book. "[a|b]" is a choice; "{he:was}" a pronoun with its verb; "{glad}" a phrase
/// from a pool that is never used twice in a book. What people typed is put in last and never read as a template.
/// </summary>
internal sealed partial class Teller
{
    private static readonly string[] Pools = ["glad", "worried", "tired", "brave", "touch"];

    private readonly StoryOutline _outline;
    private readonly Vocabulary _vocabulary;
    private readonly StoryBank _bank;
    private readonly Seed _seed;
    private readonly Dictionary<string, Queue<string>> _pools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryPerson> _cast;
    private readonly DataSection _palWay;

    public Teller(StoryOutline outline, Vocabulary vocabulary, StoryBank bank)
    {
        (_outline, _vocabulary, _bank) = (outline, vocabulary, bank);
        _seed = new Seed(outline.WriteSeed);
        _cast = outline.Cast.ToDictionary(p => p.Role, StringComparer.Ordinal);
        _palWay = vocabulary.Pals[_seed.For("pal way").Below(vocabulary.Pals.Count)];
    }

    /// <summary>What of the sky the story looks for, or nothing.</summary>
    public string Sought => _outline.Facts.GetValueOrDefault("sought") ?? "";

    /// <param name="page">Names the choice, so that each page chooses for itself.</param>
    /// <param name="helper">The role of the helper met here.</param>
    public string Tell(string template, string page, string stage, string? helper)
    {
        var draw = _seed.For(page).For(template);
        var chosen = Choice().Replace(template, m => draw.Pick(m.Groups[1].Value.Split('|')).Trim());
        return Spaces().Replace(Fill(chosen, page, new Here(stage, helper), _cast["hero"]), " ").Trim();
    }

    private sealed record Here(string Stage, string? Helper);

    private string Fill(string text, string page, Here here, StoryPerson subject) =>
        Slot().Replace(text, m => Resolve(m.Groups[1].Value, page, here, subject));

    private string Resolve(string slot, string page, Here here, StoryPerson subject)
    {
        var capital = char.IsUpper(slot[0]);
        var name = capital ? char.ToLowerInvariant(slot[0]) + slot[1..] : slot;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && char.IsUpper(name[dot + 1])) // "{pal.He}" starts a sentence as "{Pal.he}" does
            (capital, name) = (true, name[..(dot + 1)] + char.ToLowerInvariant(name[dot + 1]) + name[(dot + 2)..]);
        var value = Value(name, page, here, subject);
        return capital && !value.StartsWith('\u0001') && !_cast.ContainsKey(name) && name != "helper"
            ? English.Capital(value)
            : value;
    }

    private string Value(string name, string page, Here here, StoryPerson subject)
    {
        if (name.StartsWith("a ", StringComparison.Ordinal))
            return English.WithArticle(Value(name[2..], page, here, subject));
        if (name.StartsWith("the ", StringComparison.Ordinal))
            return "the " + StripArticle(Value(name[4..], page, here, subject));
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && Person(name[..dot], here) is { } other)
            return Value(name[(dot + 1)..], page, here, other);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            return WithVerb(name[..colon], name[(colon + 1)..], here, subject);
        if (Person(name, here) is { } person)
            return person.Name;
        var pronouns = Pronouns.Parse(subject.Pronouns);
        if (pronouns.Form(name) is { } form)
            return form;
        return name switch
        {
            "was" or "is" or "has" or "does" or "wasn't" => pronouns.Agree(name),
            "kind" => subject.Kind,
            // "Biscuit the labrador", but nobody says "Mia the girl".
            "called" => KindOf(subject).Family == "person" ? subject.Name : $"{subject.Name} the {subject.Kind}",
            "hand" => KindOf(subject).Phrases("hand")[0],
            "went" => Went(page, here, subject),
            "sense" => Pool(
                "sense " + PlaceAt(here.Stage).Key,
                PlaceAt(here.Stage).Data.Values("sense"),
                page,
                here,
                subject
            ),
            "quip" => Pool("quip", _palWay.Values("quip"), page, here, subject),
            "palway" => _palWay.Value("way")!,
            "show" or "turn" => TraitPhrase(name, page, here, subject),
            "refrain" => _outline.Refrain,
            "in" or "to" or "at" or "place" => PlaceText(name, here.Stage),
            "use1" or "use2" or "use3" => Fill(Gift(name[^1], "use"), page, here, subject),
            "gift" => Gift(here.Helper?[^1] ?? '1', "gift"),
            "gift1" or "gift2" or "gift3" => Gift(name[^1], "gift"),
            _ when Pools.Contains(name) => Pool(
                $"{subject.Role} {name}",
                KindOf(subject).Phrases(name),
                page,
                here,
                subject
            ),
            _ when name.StartsWith("aside ", StringComparison.Ordinal) => Pool(
                name,
                _vocabulary.Asides(name[6..]),
                page,
                here,
                subject
            ),
            _ when name.Contains(' ', StringComparison.Ordinal) => PlaceText(name.Split(' ')[0], name.Split(' ')[1]),
            _ when _outline.Places.ContainsKey(name) => PlaceText("place", name),
            _ => _outline.Facts.TryGetValue(name, out var fact)
                ? fact
                : throw new InvalidOperationException($"Unknown slot {name} on {page}."),
        };
    }

    private string WithVerb(string left, string right, Here here, StoryPerson subject)
    {
        var dot = left.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && Person(left[..dot], here) is { } other)
            (left, subject) = (left[(dot + 1)..], other);
        var pronouns = Pronouns.Parse(subject.Pronouns);
        if (left == "thing")
            return $"{_outline.Facts["thing"]} {(English.IsPlural(_outline.Facts["thing"]) ? Pronouns.Plural(right) : right)}";
        if (pronouns.Form(right) is { } inverted)
            return $"{pronouns.Agree(left)} {inverted}";
        var verb = pronouns.Agree(right);
        return pronouns.Form(left) + (verb[0] == '\'' ? "" : " ") + verb;
    }

    private StoryPerson? Person(string role, Here here) =>
        _cast.GetValueOrDefault(role == "helper" ? here.Helper ?? "h1" : role);

    public Kind KindOf(StoryPerson person) => _vocabulary.KindOf(person.Kind) ?? _vocabulary.Stranger;

    public Place PlaceAt(string stage) =>
        _vocabulary.Place(_outline.Places.GetValueOrDefault(stage) ?? _outline.Places["home"]);

    private string PlaceText(string word, string stage)
    {
        // A setting in the author's own words stands for home wherever home is named.
        if (stage is "home" or "end" && _outline.Facts.TryGetValue("ownplace", out var own))
            return word == "in" ? own : StripPreposition(own);
        var place = PlaceAt(stage);
        return word switch
        {
            "in" => place.In,
            "to" => place.To,
            "at" => place.At,
            _ => place.Name,
        };
    }

    private static string StripPreposition(string text)
    {
        var words = text.Split(' ');
        return words.Length > 1 && words[0].ToLowerInvariant() is "in" or "on" or "at" or "under" or "near" or "inside"
            ? string.Join(' ', words[1..])
            : text;
    }

    private string Went(string page, Here here, StoryPerson subject)
    {
        var kind = KindOf(subject);
        var place = PlaceAt(here.Stage);
        IReadOnlyList<string> ways =
            place.Wet && kind.Family != "fish" ? ["swam on", "paddled along", "kicked off", "dived on"]
            : place.Key == "space" ? ["floated on", "drifted along", "sailed on", "set off"]
            : !place.Wet && kind.Family == "fish" ? ["set off", "slid along", "went on", "hurried on"]
            : kind.Phrases("went");
        var went = _seed.For(page).For("went").Pick(ways);
        return went.Contains(' ', StringComparison.Ordinal) ? went : went + " on";
    }

    private string TraitPhrase(string slot, string page, Here here, StoryPerson subject)
    {
        var trait = subject
            .Trait?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(_vocabulary.TraitOf)
            .FirstOrDefault(t => t is not null);
        return Pool(
            $"{subject.Role} {slot}",
            (trait ?? _vocabulary.TraitOf("plain")!).Values(slot),
            page,
            here,
            subject
        );
    }

    private string Gift(char number, string part) =>
        _bank.Episodes.First(e => e.Key == _outline.Facts["episode" + number]).Data.Value(part) ?? "";

    /// <summary>The next phrase of a pool, shuffled once per book; nothing when all have been said.</summary>
    private string Pool(string key, IReadOnlyList<string> phrases, string page, Here here, StoryPerson subject)
    {
        if (!_pools.TryGetValue(key, out var left))
        {
            var order = _seed.For("pool").For(key);
            left = _pools[key] = new Queue<string>(
                phrases
                    .Where(p => Sought.Length == 0 || !p.Contains(Sought, StringComparison.OrdinalIgnoreCase))
                    .Select(p => (p, order.Next()))
                    .OrderBy(p => p.Item2)
                    .Select(p => p.p)
            );
        }
        if (left.Count == 0)
            return "";
        var phrase = left.Dequeue();
        // Whether a phrase may say "he" depends on who was named last: BookWriter settles it.
        if (Subject().Match(phrase) is { Success: true } first)
            phrase =
                phrase[..first.Index]
                + Marked(
                    subject,
                    first.Value,
                    first.Value.Contains(":was", StringComparison.Ordinal) ? " was"
                        : first.Value is "{His}" or "{his}" ? "'s"
                        : ""
                )
                + phrase[(first.Index + first.Length)..];
        return Fill(phrase, page, here, subject);
    }

    private static string Marked(StoryPerson subject, string pronoun, string ending) =>
        $"\u0001{subject.Role}\u0002{pronoun}\u0002{ending}\u0003";

    /// <summary>Opens each body phrase with a pronoun if its owner was named last on the page, and with the name if not.</summary>
    public string Settle(string page)
    {
        while (Mark().Match(page) is { Success: true } mark)
        {
            var person = _cast[mark.Groups[1].Value];
            var before = page[..mark.Index];
            var last = _cast
                .Values.Select(p => (Person: p, At: before.LastIndexOf(p.Name, StringComparison.Ordinal)))
                .MaxBy(p => p.At);
            var opening =
                last.At >= 0 && last.Person.Role == person.Role
                    ? mark.Groups[2].Value
                    : person.Name + mark.Groups[3].Value;
            page = before + opening + page[(mark.Index + mark.Length)..];
        }
        return page;
    }

    private static string StripArticle(string text) =>
        text.StartsWith("a ", StringComparison.Ordinal) ? text[2..]
        : text.StartsWith("an ", StringComparison.Ordinal) ? text[3..]
        : text.StartsWith("the ", StringComparison.Ordinal) ? text[4..]
        : text;

    [GeneratedRegex(@"\[([^\[\]]+)\]")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Slot();

    [GeneratedRegex("\u0001([^\u0002]+)\u0002([^\u0002]+)\u0002([^\u0003]*)\u0003")]
    private static partial Regex Mark();

    // The first word that says whose story it is.
    [GeneratedRegex(@"\{([Hh]e|[Hh]is|[Hh]e:was)\}")]
    private static partial Regex Subject();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
