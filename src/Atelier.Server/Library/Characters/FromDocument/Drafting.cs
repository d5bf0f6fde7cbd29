namespace Atelier.Library.Characters.FromDocument;

/// <summary>
/// Chooses what goes onto a card. Nothing is phrased anew: a description is the document's own sentences, a voice is what
/// the person says there, and the same dossier always gives the same card.
/// </summary>
internal static class Drafting
{
    private const int Descriptions = 6;
    private const int Characteristics = 5;
    private const int Samples = 8;
    private const int LoreLines = 3;
    private const int Greetings = 3;
    private const double Good = 1.2;

    public static CardDraft Write(Dossier dossier)
    {
        var lines = Lines.Of(dossier.Excerpts);
        var scores = new LineScores(dossier.Names, dossier.Gender);
        var used = new HashSet<int>();
        var personality = Best(lines, scores.Characterises, Characteristics, used, "personality");
        var description = Best(lines, scores.Describes, Descriptions, used, "description");
        var voice = dossier.Sayings.Where(saying => saying.IsSure).ToList();
        var greetings = Sayings(voice, 30, 300, Greetings);
        var samples = Sayings(voice, 20, 400, Samples);
        var lore = Lore(dossier, Lines.Of(dossier.Excerpts.Concat(dossier.Surroundings)));
        var fields = new Dictionary<string, string>
        {
            ["description"] = Together(description),
            ["personality"] = Together(personality),
            ["first_mes"] = greetings.Count > 0 ? Spoken(greetings[0]) : "",
            ["mes_example"] = Examples(samples),
        };
        SourcedSentence[] sources =
        [
            .. description,
            .. personality,
            .. greetings.Select((saying, i) => Source(i == 0 ? "first_mes" : "alternate_greetings", saying)),
            .. samples.Select(saying => Source("mes_example", saying)),
            .. lore.SelectMany(entry => entry.Lines),
        ];
        return new(dossier.Name, fields, [.. greetings.Skip(1).Select(Spoken)], sources, lore);
    }

    private static List<SourcedSentence> Best(
        IEnumerable<Line> lines,
        Func<Line, double> score,
        int most,
        HashSet<int> used,
        string field
    )
    {
        var ranked = lines
            .Where(line => !used.Contains(line.Start))
            .Select(line => (Line: line, Score: score(line)))
            .Where(one => one.Score > 0)
            .OrderByDescending(one => one.Score)
            .ThenBy(one => one.Line.Start)
            .Take(most)
            .ToList();
        // Where there is something good, what only names somebody is left out.
        var best = ranked
            .Where((one, place) => place == 0 || one.Score >= Good)
            .Select(one => one.Line)
            .OrderBy(line => line.Start)
            .ToList();
        foreach (var line in best)
            used.Add(line.Start);
        return [.. best.Select(line => new SourcedSentence(field, line.Text, line.Start, line.End, line.Chapter))];
    }

    /// <summary>From the whole book, the sayings of a good length first.</summary>
    private static List<Saying> Sayings(List<Saying> voice, int shortest, int longest, int most)
    {
        var fitting = voice.Where(saying => saying.Text.Length >= shortest && saying.Text.Length <= longest).ToList();
        if (fitting.Any(saying => saying.IsWhole))
            fitting.RemoveAll(saying => !saying.IsWhole);
        if (fitting.Count == 0)
            fitting = [.. voice.Where(saying => saying.Text.Length <= longest)];
        return fitting.Count <= most
            ? fitting
            : [.. Enumerable.Range(0, most).Select(i => fitting[(int)((long)i * fitting.Count / most)])];
    }

    private static List<LoreDraft> Lore(Dossier dossier, IReadOnlyList<Line> lines)
    {
        var lore = new List<LoreDraft>();
        foreach (var other in dossier.Around)
        {
            var scores = new LineScores(other.Names);
            var id = $"person:{other.Number}";
            var told = Best(lines, scores.Describes, LoreLines, [], $"lore:{id}");
            if (told.Count > 0)
                lore.Add(new(id, other.Name, other.Names, told));
        }
        var people = dossier.Around.SelectMany(other => other.Names).Concat(dossier.Names);
        foreach (var place in Places.In(lines, people))
        {
            var scores = new LineScores([place]);
            var id = $"place:{place}";
            var told = Best(lines, scores.Describes, LoreLines, [], $"lore:{id}");
            if (told.Count > 0)
                lore.Add(new(id, place, [place], told));
        }
        return lore;
    }

    private static string Together(IEnumerable<SourcedSentence> lines) =>
        string.Join(' ', lines.Select(line => line.Text));

    private static string Examples(List<Saying> samples) =>
        samples.Count == 0
            ? ""
            : string.Join('\n', samples.Select(saying => $"<START>\n{{{{char}}}}: {Spoken(saying)}"));

    private static string Spoken(Saying saying) => saying.Text.ReplaceLineEndings(" ");

    private static SourcedSentence Source(string field, Saying saying) =>
        new(field, Spoken(saying), saying.Start, saying.End, saying.Chapter);
}
