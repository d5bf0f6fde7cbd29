using Atelier.Books.Stories.Gate;
using Atelier.Language;

namespace Atelier.Books.Editing;

/// <summary>Measures a page that somebody changed, as the gate measures what a writer delivers.</summary>
internal sealed class PageReader(LanguagePack language)
{
    public PageVerdict Measure(BookSource source, int page, string text)
    {
        var (order, cast) = (source.Order, source.Manuscript.Cast);
        string[] given =
        [
            .. cast.Select(one => one.Name),
            .. cast.Select(one => one.Noun),
            .. order.Brief.Characters.Select(character => character.Name),
            order.Outline.Facts.GetValueOrDefault("plain", ""),
        ];
        return new ReadingGate(Band.Of(order.Brief.AgeBand), language, given).Page(page, text);
    }
}
