using Atelier.Language.Cast.Naming;
using Atelier.Language.Cast.Quoting;
using Atelier.Language.Cast.Speaking;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Relating;

/// <summary>Numbers the people by how much is heard of them and writes everything down under these numbers.</summary>
internal sealed class ReportWriter(
    ChapterCounter chapters,
    Stage stage,
    IReadOnlyList<QuoteSpan> quotes,
    IReadOnlyList<Turn> turns,
    Sightings sightings
)
{
    // A longer quotation is a story, and "said I" behind it may be one of its people's.
    private const int LongestTagged = 4_000;

    private readonly Dictionary<int, int> _ids = [];

    public CastReport Write()
    {
        var people = People();
        var quotations = new Quotation[quotes.Count];
        for (var i = 0; i < quotations.Length; i++)
            quotations[i] = new(quotes[i].Span, null, [], QuotationKind.Implicit, Tier.Guess, 0, "nobody");
        var talks = new Dictionary<(int A, int B), Meeting>();
        for (var i = 0; i < turns.Count; i++)
            Write(turns[i], Addressees.Of(turns, i), quotations, talks);
        return new(people, quotations, Relations(talks));
    }

    private List<Person> People()
    {
        var speaks = new Dictionary<int, int>();
        foreach (var turn in turns)
            speaks[turn.Speaker] = speaks.GetValueOrDefault(turn.Speaker) + 1;
        var ordered = stage
            .Figures.Select(figure => (Figure: figure, Places: sightings.Places.GetValueOrDefault(figure.Id) ?? []))
            .Where(one =>
                speaks.ContainsKey(one.Figure.Id) || (one.Figure.Kind == FigureKind.Named && one.Places.Count > 1)
            )
            .OrderByDescending(one => one.Places.Count)
            .ThenBy(one => one.Figure.Id)
            .ToList();
        var people = new List<Person>(ordered.Count);
        foreach (var (figure, places) in ordered)
        {
            _ids[figure.Id] = people.Count;
            people.Add(
                new(
                    people.Count,
                    Names.Best(figure),
                    Names.All(figure),
                    figure.Gender,
                    figure.Evidence,
                    places.Count,
                    ByChapter(places),
                    places
                )
            );
        }
        return people;
    }

    private int[] ByChapter(List<TextSpan> places)
    {
        var counts = new int[chapters.Count];
        if (counts.Length > 0)
            foreach (var place in places)
                counts[chapters.Of(place.Start)]++;
        return counts;
    }

    private void Write(Turn turn, int addressee, Quotation[] quotations, Dictionary<(int A, int B), Meeting> talks)
    {
        int? speaker = _ids.TryGetValue(turn.Speaker, out var id) ? id : null;
        IReadOnlyList<int> to = speaker is not null && _ids.TryGetValue(addressee, out var other) ? [other] : [];
        for (var i = turn.FirstQuote; i <= turn.LastQuote; i++)
        {
            var verdict = Verdict.Of(turn, turn.IsPlainlyTagged(i) && quotes[i].Span.Length <= LongestTagged);
            quotations[i] = new(
                quotes[i].Span,
                speaker,
                to,
                verdict.Kind,
                verdict.Tier,
                verdict.Confidence,
                verdict.Rule
            );
            if (speaker is not { } from || to.Count == 0)
                continue;
            var pair = (Math.Min(from, to[0]), Math.Max(from, to[0]));
            (talks.TryGetValue(pair, out var talk) ? talk : talks[pair] = new()).Add(
                quotes[i].Span,
                chapters.Of(quotes[i].Span.Start)
            );
        }
    }

    private List<Relation> Relations(Dictionary<(int A, int B), Meeting> talks)
    {
        var relations = talks
            .Select(talk => new Relation(
                talk.Key.A,
                talk.Key.B,
                RelationKind.TalksTo,
                talk.Value.Count,
                talk.Value.ByChapter(chapters.Count),
                talk.Value.Passages
            ))
            .ToList();
        foreach (var (pair, meeting) in sightings.Meetings)
            if (_ids.TryGetValue(pair.A, out var a) && _ids.TryGetValue(pair.B, out var b) && meeting.Count > 1)
                relations.Add(
                    new(
                        Math.Min(a, b),
                        Math.Max(a, b),
                        RelationKind.AppearsWith,
                        meeting.Count,
                        meeting.ByChapter(chapters.Count),
                        meeting.Passages
                    )
                );
        return [.. relations.OrderBy(r => r.Kind).ThenByDescending(r => r.Weight).ThenBy(r => r.A).ThenBy(r => r.B)];
    }
}
