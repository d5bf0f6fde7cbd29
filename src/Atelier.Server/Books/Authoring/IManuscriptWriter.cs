using Atelier.Books.Stories;
using Atelier.Generation;

namespace Atelier.Books.Authoring;

/// <summary>Turns a brief and its outline into a measured manuscript of as many pages as the outline has beats.</summary>
internal interface IManuscriptWriter
{
    Task<StoryResult> WriteAsync(BookBrief brief, StoryOutline outline, Budget budget, CancellationToken cancel);
}

/// <summary>The story grammar.</summary>
internal sealed class BuiltInWriter(StoryEngine stories) : IManuscriptWriter
{
    public Task<StoryResult> WriteAsync(
        BookBrief brief,
        StoryOutline outline,
        Budget budget,
        CancellationToken cancel
    ) => Task.FromResult(stories.Write(outline));
}
