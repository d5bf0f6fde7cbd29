using Atelier.Language.Cast.Lexing;
using Atelier.Language.Cast.Quoting;
using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast;

internal delegate void BlockReader(Block block, ReadOnlySpan<Piece> tokens);

/// <summary>Goes through a text block by block, as often as asked, without keeping what it cut.</summary>
internal sealed class Passes(Manuscript manuscript, Vocabulary words, IReadOnlyList<QuoteSpan> quotes, Meter meter)
{
    // Text between two looks at whether somebody wants this to stop: a few milliseconds of work.
    private const int Pace = 20_000;

    public void Go(double from, double to, BlockReader read)
    {
        var lexer = new Lexer(manuscript.Text, words, quotes);
        var looked = 0;
        foreach (var block in Blocks.Of(manuscript, quotes))
        {
            if (block.Span.Start - looked >= Pace)
                meter.Reached(looked = block.Span.Start, from, to);
            read(block, lexer.Read(block.Span));
        }
        meter.Reached(to);
    }
}

/// <summary>Stops when told, and says how far it is, in steps that somebody could see.</summary>
internal sealed class Meter(IProgress<double>? progress, int length, CancellationToken ct)
{
    private const double Step = 0.005;

    private double _told;

    public void Reached(int at, double from, double to) => Reached(from + ((to - from) * at / Math.Max(1, length)));

    public void Reached(double share)
    {
        ct.ThrowIfCancellationRequested();
        if (share - _told < Step)
            return;
        _told = share;
        progress?.Report(share);
    }
}
