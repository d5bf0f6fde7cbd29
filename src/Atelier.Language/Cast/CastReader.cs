using Atelier.Language.Cast.Lexing;
using Atelier.Language.Cast.Naming;
using Atelier.Language.Cast.Quoting;
using Atelier.Language.Cast.Relating;
using Atelier.Language.Cast.Speaking;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast;

/// <summary>
/// Reads the people of an English text, who says each quotation to whom, and who has to do with whom. No model and no
/// list of names: four passes over the text and two over its conversations, all linear, in windows of one paragraph.
/// </summary>
public static class CastReader
{
    public static CastReport Read(Manuscript manuscript, IProgress<double>? progress, CancellationToken ct)
    {
        var meter = new Meter(progress, manuscript.Text.Length, ct);
        var words = new Vocabulary();
        var quotes = QuoteFinder.Find(manuscript, ct);
        meter.Reached(0.08);
        var passes = new Passes(manuscript, words, quotes, meter);
        passes.Go(0.08, 0.2, (_, tokens) => WordCounter.Count(words, tokens));

        var names = new NameBook(manuscript.Text, words);
        var narrators = new NarratorFinder(words, manuscript.Text.Length);
        passes.Go(
            0.2,
            0.4,
            (block, tokens) =>
            {
                var stretch = NarratorFinder.StretchOf(block.Span.Start);
                names.Read(tokens, stretch);
                narrators.Read(tokens, stretch);
            }
        );
        var figures = CastBuilder.Build(words, names);
        var firstPerson = narrators.FirstPersonStretches();
        var stage = new Stage(words, figures, NarratorFinder.Add(figures, firstPerson));

        // Who speaks decides who is on stage, and who is on stage decides who speaks: the second reading knows both.
        var first = new TurnReader(words, stage, quotes, firstPerson, null);
        passes.Go(0.4, 0.65, (block, tokens) => first.Read(block, tokens));
        Decoder.Decide(first.Turns, first.Unseen, ct);
        TellerNames.Join(stage, first.Turns);
        stage.Empty();
        var second = new TurnReader(words, stage, quotes, firstPerson, first.Turns);
        var chapters = new ChapterCounter(manuscript.Chapters);
        var sightings = new Sightings(chapters);
        passes.Go(0.65, 0.95, (block, tokens) => sightings.Add(block, tokens, second.Read(block, tokens), stage));
        Decoder.Decide(second.Turns, second.Unseen, ct);
        sightings.AddSpeaking(second.Turns, stage);
        var report = new ReportWriter(chapters, stage, quotes, second.Turns, sightings).Write();
        meter.Reached(1);
        return report;
    }
}
