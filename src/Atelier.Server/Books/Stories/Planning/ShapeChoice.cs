using Atelier.Books.Stories.Gate;
using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Reading;
using Atelier.Drawing;

namespace Atelier.Books.Stories.Planning;

/// <summary>Picks the story shape that fits what is wanted; the seed decides between equals.</summary>
internal static class ShapeChoice
{
    public static Passage For(StoryBank bank, PromptFacts facts, Band band, string? theme, Seed seed)
    {
        var shapes = bank.Shapes.Where(s => (s.Data.Value("band") ?? "bcde").Contains(band.Letter)).ToList();
        var aim = facts.Aim.ToString().ToLowerInvariant();
        var fit = shapes.Where(s => s.Data.Words("aims").Contains(aim)).ToList();
        var craft = Crafts.Of(facts).Head;
        fit = [.. fit.Where(s => s.Suits("craft", craft))];
        if (fit.Count == 0 && theme is not null)
            fit = [.. shapes.Where(s => s.Data.Words("themes").Contains(theme))];
        if (fit.Count == 0)
            fit = shapes;
        return seed.For("shape").Pick(fit);
    }
}
