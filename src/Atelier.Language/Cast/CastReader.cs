using Atelier.Language.Cast.Lexing;
using Atelier.Language.Cast.Naming;
using Atelier.Language.Cast.Quoting;
using Atelier.Language.Cast.Relating;
using Atelier.Language.Cast.Speaking;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast;

/// <summary>
/// Reads the people of an English text, who says each quotation to whom, and who has to do with whom. No model and no
/// list of names: three passes over the text and one over its conversations, all linear, in windows of one paragraph.
/// </summary>
public static class CastReader
{
    // Text between two looks at whether somebody wants this to stop: a few milliseconds of work.
    private const int Pace = 20_000;

    public static CastReport Read(Manuscript manuscript, IProgress<double>? progress, CancellationToken ct)
    {
        var meter = new Meter(progress, manuscript.Text.Length, ct);
        var words = new Vocabulary();
        var quotes = QuoteFinder.Find(manuscript, ct);
        meter.Done(0.1);
        Pass(manuscript, words, quotes, meter, 0.1, 0.3, (_, tokens) => WordCounter.Count(words, tokens));

        var names = new NameBook(manuscript.Text, words);
        var narrators = new NarratorFinder(words, manuscript.Text.Length);
        Pass(
            manuscript,
            words,
            quotes,
            meter,
            0.3,
            0.55,
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

        var turns = new TurnReader(words, stage, quotes, firstPerson);
        var sightings = new Sightings();
        Pass(
            manuscript,
            words,
            quotes,
            meter,
            0.55,
            0.9,
            (block, tokens) => sightings.Add(block, tokens, turns.Read(block, tokens), stage)
        );
        Decoder.Decide(turns.Turns, turns.Unseen, ct);
        sightings.AddSpeaking(turns.Turns, stage);
        meter.Done(0.95);
        var report = new ReportWriter(manuscript, stage, quotes, turns.Turns, sightings).Write();
        meter.Done(1);
        return report;
    }

    private delegate void Look(Block block, ReadOnlySpan<Piece> tokens);

    private static void Pass(
        Manuscript manuscript,
        Vocabulary words,
        IReadOnlyList<QuoteSpan> quotes,
        Meter meter,
        double from,
        double to,
        Look look
    )
    {
        var lexer = new Lexer(manuscript.Text, words, quotes);
        var looked = 0;
        foreach (var block in Blocks.Of(manuscript, quotes))
        {
            if (block.Span.Start - looked >= Pace)
                meter.Reached(looked = block.Span.Start, from, to);
            look(block, lexer.Read(block.Span));
        }
    }

    /// <summary>Stops when told, and says how far it is, in steps that somebody could see.</summary>
    private sealed class Meter(IProgress<double>? progress, int length, CancellationToken ct)
    {
        private const double Step = 0.005;

        private double _told;

        public void Reached(int at, double from, double to) => Done(from + ((to - from) * at / Math.Max(1, length)));

        public void Done(double share)
        {
            ct.ThrowIfCancellationRequested();
            if (share - _told < Step)
                return;
            _told = share;
            progress?.Report(share);
        }
    }
}
