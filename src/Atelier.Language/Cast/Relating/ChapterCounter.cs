using Atelier.Language.Manuscripts;

namespace Atelier.Language.Cast.Relating;

/// <summary>Which chapter a place is in, counted from 0.</summary>
internal sealed class ChapterCounter(IReadOnlyList<Chapter> chapters)
{
    private int _last;

    public int Count => chapters.Count;

    /// <summary>What comes before the first chapter counts to it. Places are mostly asked for in order.</summary>
    public int Of(int place)
    {
        while (_last > 0 && place < chapters[_last].Span.Start)
            _last--;
        while (_last + 1 < chapters.Count && place >= chapters[_last + 1].Span.Start)
            _last++;
        return _last;
    }
}
