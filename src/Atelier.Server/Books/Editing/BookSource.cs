using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Books.Making;
using Atelier.Books.Publishing.Pages;
using Atelier.Books.Stories;
using Atelier.Books.Stories.Gate;

namespace Atelier.Books.Editing;

/// <summary>All a finished book is made from: what was ordered, its words and scenes, and its pictures by story page.</summary>
internal sealed record BookSource(BookOrder Order, StoryResult Story, IReadOnlyList<StoryPicture> Pictures)
{
    /// <summary>Shapes must stay readable as long as versions are kept.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public Manuscript Manuscript => Story.Manuscript;

    /// <summary>The built-in writer tells a page again by another seed; a model's book would speak with two voices.</summary>
    public bool CanRetell => Manuscript.Writer.StartsWith("builtin", StringComparison.Ordinal);

    /// <summary>The 1-based story page that stands on a printed page; null for front and back matter and beyond.</summary>
    public int? StoryPageOf(int number)
    {
        var plan = BookPlan.Of(Order.Brief.Pages);
        return number >= 1 && number <= plan.Count ? plan[number - 1].Story : null;
    }
}

internal static class StoryResultPages
{
    /// <summary>The story with one page told or shown differently.</summary>
    public static StoryResult With(this StoryResult story, ManuscriptPage page, PageVerdict verdict) =>
        story with
        {
            Manuscript = story.Manuscript with
            {
                Pages = [.. story.Manuscript.Pages.Select(p => p.Number == page.Number ? page : p)],
            },
            Pages = [.. story.Pages.Select((p, i) => i + 1 == page.Number ? verdict : p)],
        };
}
