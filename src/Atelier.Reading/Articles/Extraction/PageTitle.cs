using Atelier.Reading.Likeness;

namespace Atelier.Reading.Articles.Extraction;

/// <summary>A page's title, to know its heading by: it is told apart from the text.</summary>
internal sealed class PageTitle(string? title)
{
    private const double Alike = 0.75;

    private readonly List<ulong> _words = new TextWords(title ?? "").Hashes;

    public bool IsSaidBy(string heading)
    {
        if (_words.Count == 0)
            return false;
        var words = new TextWords(heading).Hashes;
        if (words.Count == 0)
            return false;
        var own = _words.ToHashSet();
        return (double)words.Count(own.Contains) / words.Count > Alike && (double)words.Count / _words.Count > 0.4;
    }
}
