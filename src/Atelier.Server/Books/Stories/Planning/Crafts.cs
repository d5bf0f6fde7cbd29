using Atelier.Books.Stories.Grammar;
using Atelier.Books.Stories.Reading;

namespace Atelier.Books.Stories.Planning;

/// <summary>How a thing is made: bread wants an oven, a boat wants nails, a garden wants time.</summary>
internal static class Crafts
{
    private static readonly IReadOnlyList<DataSection> All = StoryData.Read("crafts");

    /// <summary>The craft of what the prompt wants made, by its verb and then by its noun; else building.</summary>
    public static DataSection Of(PromptFacts prompt)
    {
        var noun = prompt.Thing?.Split(' ')[^1] ?? "";
        return All.FirstOrDefault(c => prompt.Verb is { } verb && c.Words("verbs").Contains(verb))
            ?? All.FirstOrDefault(c =>
                c.Words("nouns") is var nouns && nouns.Contains(Vocabulary.Singular(noun, nouns.Contains))
            )
            ?? All.First(c => c.Head == "build");
    }
}
